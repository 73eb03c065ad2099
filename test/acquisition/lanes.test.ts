import { expect, it } from "vitest";
import { Lanes } from "../../src/acquisition/lanes.js";

const options = (index: number) => ({ tenantId: `tenant-${index}` });

it("lanes are forgotten, the oldest first, but for those in use, and those too when they no longer are", () => {
  const lanes = new Lanes();
  const flying = Array.from({ length: 2000 }, (_, i) => {
    const lane = lanes.laneOf("s", options(i));
    lane.flight = {} as never;
    return lane;
  });
  expect(flying.every((lane, i) => lanes.laneOf("s", options(i)) === lane)).toBe(true);
  for (const lane of flying) lane.flight = undefined;
  for (let i = 0; i < 256; i++) lanes.laneOf("s", options(10_000 + i));
  // From the newest on, since what is not found is added and drives out an old one.
  const kept = flying.filter((_, i) => lanes.laneOf("s", options(1999 - i)) === flying[1999 - i]);
  expect(kept.length).toBeLessThan(256);
});

it("the lane of before is not mistaken for one that is gone", () => {
  const lanes = new Lanes();
  const first = lanes.laneOf("s", options(0));
  for (let i = 1; i <= 256; i++) lanes.laneOf("s", options(i));
  const again = lanes.laneOf("s", options(0));
  expect(again).not.toBe(first);
  expect(lanes.laneOf("s", options(0))).toBe(again);
});
