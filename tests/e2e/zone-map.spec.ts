import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { goTo, press, unlock } from './app.ts';
import { expect, test } from './jingxun.ts';
import { inspector } from './province.ts';
import { openAtHeading } from './seed.ts';
import { turnedPhoto } from './turned-photo.ts';
import { zh } from './words.ts';

// The plan of a mine is a picture on paper: it is chosen, two points of it give its scale, and it lies under the zones from then on.

test('a plan picture is taken in with its scale, lies under the map, and is there again after the page was lost', async ({
  page,
  folder,
  province,
  start,
}) => {
  const dataFolder = path.join(folder, 'team03-zones');
  const profile = await province.equip(dataFolder, inspector, 'inspector');
  await openAtHeading(profile);
  await profile.close();
  const host = await start(dataFolder);
  await page.goto(host.startUrl);
  await unlock(page);
  const openZones = async () => {
    await goTo(page, 'ledger');
    await page.locator('.list-scroll td button').first().click();
    await page.locator('.row-detail-buttons .button').click();
    await page.locator('.page-head .tabs button').nth(4).click();
  };
  await openZones();

  const file = path.join(folder, 'plan.jpg');
  writeFileSync(file, await turnedPhoto(page));
  await press(page, zh.zones.picture);
  await page.locator('input[type=file]').first().setInputFiles(file);
  const plan = page.getByRole('img', { name: zh.zones.map });
  const keep = page.getByRole('button', { name: zh.zones.keepMap });
  await expect(keep).toBeDisabled();
  const box = (await plan.boundingBox()) ?? { width: 0, height: 0 };
  for (const share of [0.2, 0.8]) await plan.click({ position: { x: box.width * share, y: box.height / 2 } });
  await page.getByLabel(zh.zones.distance).fill('３００');
  await keep.click();
  const picture = page.locator('.zone-map image');
  await expect(picture).toBeVisible();

  await page.reload();
  await openZones();
  await expect(picture).toBeVisible();
  const map = page.locator('.zone-map > svg');
  await page.getByRole('button', { name: zh.zones.addWork }).click();
  const size = (await map.boundingBox()) ?? { width: 0, height: 0 };
  for (const [x, y] of [
    [0.3, 0.3],
    [0.6, 0.3],
    [0.6, 0.6],
  ] as const)
    await map.click({ position: { x: size.width * x, y: size.height * y } });
  await press(page, zh.zones.endDrawing);
  await page.getByLabel(zh.zones.workName).fill('15103 综采工作面');
  await press(page, zh.zones.keep);
  await expect(page.locator('.zone-map').getByText('15103 综采工作面')).toBeVisible();
  await expect(picture).toBeVisible();
});
