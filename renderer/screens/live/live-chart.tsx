import { useEffect, useRef } from 'react';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import type { ChartColumns } from '../../live/chart-columns.ts';
import { useDisplaySettings } from '../../theme/use-display.ts';
import { clockTime } from '../../words/format.ts';
import { LABEL_WIDTH, paintGround, paintLabels, strokeOf } from './chart-paint.ts';
import type { ChartScene } from './chart-scene.ts';

export interface LiveChartProps {
  readonly columns: ChartColumns;
  readonly scene: ChartScene;
  readonly from: number;
  readonly to: number;
  readonly range: readonly [number, number];
  readonly label: string;
  /** Tells how many pixels wide the plot is, so that no more points are drawn than can be seen. */
  readonly onWidth: (pixels: number) => void;
}

const LEFT_PAD = 20;
const HOUR_PARTS = 4;

/** One gas over a while: a line that never spans a hole, limit bands behind it, words at its end. */
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
    const made = new uPlot(optionsFor(element, newest), dataOf(newest.current.columns), element);
    plot.current = made;
    const observer = new ResizeObserver(() => {
      made.setSize({ width: element.clientWidth, height: element.clientHeight });
      newest.current.onWidth(Math.max(1, element.clientWidth - LABEL_WIDTH - LEFT_PAD));
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
      made.destroy();
      plot.current = null;
    };
  }, [look]);

  // drawn when what is drawn has changed, not whenever something else on the page has
  const { columns, from, to } = props;
  const sign = JSON.stringify([props.scene.ticks, props.scene.now, props.range, from, to]);
  useEffect(() => {
    void sign;
    plot.current?.setData(dataOf(columns));
  }, [columns, sign]);
  return (
    <div
      ref={place}
      className="live-chart"
      role="img"
      aria-label={props.label}
      data-points={columns.times.length}
      data-over={columns.over.length}
      data-holes={columns.holes.length}
      data-limits={props.scene.ticks.length}
    />
  );
}

const dataOf = (columns: ChartColumns): uPlot.AlignedData => [[...columns.times], [...columns.values]];

function optionsFor(element: HTMLElement, newest: { readonly current: LiveChartProps }): uPlot.Options {
  const style = getComputedStyle(element);
  const token = (name: string) => style.getPropertyValue(`--${name}`).trim();
  const family = style.fontFamily;
  return {
    width: element.clientWidth,
    height: element.clientHeight,
    padding: [6, LABEL_WIDTH, 0, LEFT_PAD],
    legend: { show: false },
    cursor: { show: false },
    scales: {
      x: { range: () => [newest.current.from / 1000, newest.current.to / 1000] },
      y: { range: () => [...newest.current.range] },
    },
    axes: [
      {
        stroke: token('ink3'),
        font: `13px ${family}`,
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
    series: [{}, { stroke: (drawn) => strokeOf(drawn, newest.current.scene), width: 1.8, points: { show: false } }],
    hooks: {
      drawClear: [(drawn) => paintGround(drawn, newest.current.scene, family)],
      draw: [(drawn) => paintLabels(drawn, newest.current.scene, family)],
    },
  };
}
