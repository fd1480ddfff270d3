import { useEffect, useMemo, useRef } from 'react';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import type { ChartColumns } from '../../live/chart-columns.ts';
import { useDisplaySettings } from '../../theme/use-display.ts';
import { clockTime } from '../../words/format.ts';
import { type ChartScene, LABEL_WIDTH, paintGround, paintLabels } from './chart-paint.ts';

export interface LiveChartProps {
  readonly columns: ChartColumns;
  readonly scene: ChartScene;
  readonly from: number;
  readonly to: number;
  readonly range: readonly [number, number];
  readonly label: string;
}

const HOUR_PARTS = 4;

/** The hour of one gas: a line that never spans a hole, limit bands behind it, words at its end. */
export function LiveChart(props: LiveChartProps) {
  const place = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot | null>(null);
  const newest = useRef(props);
  newest.current = props;
  const { theme, language } = useDisplaySettings();
  const look = `${theme} ${language}`;

  useEffect(() => {
    const element = place.current;
    if (!element || !look) return;
    const made = new uPlot(optionsFor(element, newest), dataOf(newest.current), element);
    plot.current = made;
    const observer = new ResizeObserver(() =>
      made.setSize({ width: element.clientWidth, height: element.clientHeight }),
    );
    observer.observe(element);
    return () => {
      observer.disconnect();
      made.destroy();
      plot.current = null;
    };
  }, [look]);

  const data = useMemo(() => dataOf(props), [props]);
  useEffect(() => plot.current?.setData(data), [data]);
  return <div ref={place} className="live-chart" role="img" aria-label={props.label} />;
}

const dataOf = ({ columns }: LiveChartProps): uPlot.AlignedData => [[...columns.times], [...columns.values]];

function optionsFor(element: HTMLElement, newest: { readonly current: LiveChartProps }): uPlot.Options {
  const style = getComputedStyle(element);
  const token = (name: string) => style.getPropertyValue(`--${name}`).trim();
  return {
    width: element.clientWidth,
    height: element.clientHeight,
    padding: [6, LABEL_WIDTH, 0, 20],
    legend: { show: false },
    cursor: { show: false },
    scales: {
      x: { range: () => [newest.current.from / 1000, newest.current.to / 1000] },
      y: { range: () => [...newest.current.range] },
    },
    axes: [
      {
        stroke: token('ink3'),
        font: `13px ${style.fontFamily}`,
        size: 24,
        gap: 4,
        grid: { show: false },
        ticks: { show: false },
        border: { show: true, stroke: token('edge'), width: 1 },
        splits: (_, __, least, most) =>
          Array.from({ length: HOUR_PARTS + 1 }, (_unused, at) => least + ((most - least) * at) / HOUR_PARTS),
        values: (_, splits) => splits.map((seconds) => clockTime(seconds * 1000)),
      },
      { show: false },
    ],
    series: [{}, { stroke: token('ink'), width: 1.8, points: { show: false } }],
    hooks: {
      drawClear: [(drawn) => paintGround(drawn, newest.current.scene)],
      draw: [(drawn) => paintLabels(drawn, newest.current.scene, style.fontFamily)],
    },
  };
}
