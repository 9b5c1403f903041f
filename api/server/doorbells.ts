import { EventEmitter } from "node:events";
import { z } from "zod";
import type { Doorbells, Ring, Topic } from "#api/graph/context.ts";
import type { Listener } from "#api/server/listener.ts";
import type { Log } from "#api/server/log.ts";

const CLOSE = "close";
const ids = z.array(z.string()).default([]);
const payload = z.object({ members: ids, partners: ids, cycles: ids, users: ids });

/**
 * Rings for all subscriptions of this gateway. The posting function notifies after its commit; when the listener was away
 * every bell rings once, because something may have been missed.
 */
export function openDoorbells(
  listener: Listener,
  log: Log,
  rang?: (topic: Topic) => void,
): Doorbells & { close(): void } {
  const bells = new EventEmitter().setMaxListeners(0);
  listener.on("doorbell", {
    heard: (payload) => ring(bells, payload, { log, rang }),
    missed: () => {
      for (const name of bells.eventNames()) if (name !== CLOSE) bells.emit(name);
    },
  });
  return { rings: (topic, id) => ringsOf(bells, topic, id), close: () => void bells.emit(CLOSE) };
}

type Told = { log: Log; rang: ((topic: Topic) => void) | undefined };

function ring(bells: EventEmitter, text: string, { log, rang }: Told): void {
  try {
    const changed = payload.parse(JSON.parse(text));
    const ids = { member: changed.members, partner: changed.partners, cycle: changed.cycles, user: changed.users };
    for (const topic of ["member", "partner", "cycle", "user"] as const) {
      for (const id of ids[topic]) if (bells.emit(`${topic}:${id}`)) rang?.(topic);
    }
  } catch (error) {
    log.error({ err: error, text }, "a doorbell that nobody can read");
  }
}

/** Rings that come while the last one is being answered are one ring: the queue is never longer than that. */
function ringsOf(bells: EventEmitter, topic: Topic, id: string): AsyncGenerator<Ring> {
  let rung = false;
  let closed = false;
  let wake: () => void = () => undefined;
  const onRing = () => {
    rung = true;
    wake();
  };
  const onClose = () => {
    closed = true;
    wake();
  };
  bells.on(`${topic}:${id}`, onRing).on(CLOSE, onClose);
  const stop = async (): Promise<IteratorReturnResult<undefined>> => {
    bells.off(`${topic}:${id}`, onRing).off(CLOSE, onClose);
    onClose();
    return { done: true, value: undefined };
  };
  return {
    async next() {
      while (!rung && !closed) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      if (closed) return stop();
      rung = false;
      return { done: false, value: { id, at: new Date() } };
    },
    return: stop,
    throw: stop,
    [Symbol.asyncIterator]() {
      return this;
    },
    [Symbol.asyncDispose]: async () => void (await stop()),
  };
}
