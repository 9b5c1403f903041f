import { expect, test } from "vitest";
import { slowness, slowSockets } from "#api/server/slow-sockets.ts";

const socket = () => ({
  bufferedAmount: 0,
  cut: false,
  terminate: function () {
    this.cut = true;
  },
});

test("whoever takes what it is sent stays, however often it is behind for a moment", () => {
  const watch = slowSockets();
  const reader = socket();
  for (let now = 0; now < 5 * slowness.stalledMs; now += 1_000) {
    reader.bufferedAmount = (now / 1_000) % 3 === 0 ? 0 : 4_096;
    expect(watch(reader, now)).toBe(false);
  }
  expect(reader.cut).toBe(false);
});

test("whoever takes nothing for too long is cut off, and nobody else", () => {
  const watch = slowSockets();
  const [sleeper, reader] = [socket(), socket()];
  sleeper.bufferedAmount = 1;
  const cut = [0, 0.5, 1].map((share) => [sleeper, reader].map((one) => watch(one, share * slowness.stalledMs)));
  expect(cut).toEqual([
    [false, false],
    [false, false],
    [true, false],
  ]);
  expect([sleeper.cut, reader.cut]).toEqual([true, false]);
});

test("whoever is behind with too much is cut off at once", () => {
  const drowning = socket();
  drowning.bufferedAmount = slowness.mostBytes + 1;
  expect(slowSockets()(drowning, 0)).toBe(true);
});
