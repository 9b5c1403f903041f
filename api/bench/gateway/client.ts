import { connect } from "node:net";
import { parentPort, workerData } from "node:worker_threads";
import { ANY, NTH } from "#api/bench/gateway/marks.ts";

/**
 * What the client's thread is told: one connection for each request text, sent again as soon as it is answered. Numbers
 * in place of marks (`marks.ts`) begin with `from`; where a text has `ANY`, one of `values` is put.
 */
export type Load = {
  port: number;
  requests: string[];
  seconds: number;
  from: number;
  values: readonly string[];
  /** How many are sent a second, whether they are answered or not; absent: each as soon as the one before is answered. */
  perSecond?: number;
};
/** Every answer's wait in milliseconds; `failed`: answers with another status than 200, or with errors in them. */
export type Loaded = { waitsMs: number[]; failed: string[]; seconds: number };

/**
 * The least a client can be: bytes on a socket, so that what is measured is the server. It waits for a whole answer
 * before it asks again, on every connection, as tills do.
 */
async function run({ port, requests, seconds, from, values, perSecond }: Load): Promise<Loaded> {
  const loaded: Loaded = { waitsMs: [], failed: [], seconds: 0 };
  const began = performance.now();
  const endAt = began + seconds * 1000;
  let sent = from;
  const textOf = (request: string) => () =>
    request
      .replaceAll(NTH, () => String(sent++).padStart(NTH.length, "0"))
      .replaceAll(ANY, () => values[Math.floor(Math.random() * values.length)] ?? ANY);
  const everyMs = perSecond === undefined ? 0 : (1_000 * requests.length) / perSecond;
  const till = { port, endAt, everyMs, loaded };
  await Promise.all(requests.map((request) => ask(till, sendingOf(request, textOf(request)))));
  loaded.seconds = (performance.now() - began) / 1000;
  return loaded;
}

/** What never changes is made into bytes once. */
function sendingOf(request: string, textOf: () => string): () => Buffer {
  const whole = Buffer.from(request);
  return request.includes(NTH) || request.includes(ANY) ? () => Buffer.from(textOf()) : () => whole;
}

type Till = { port: number; endAt: number; everyMs: number; loaded: Loaded };

/** A wait counts from when the request was due, so that a server that is late is not excused from what it kept waiting. */
function ask({ port, endAt, everyMs, loaded }: Till, next: () => Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: "127.0.0.1", noDelay: true });
    let seen = "";
    let askedAt = 0;
    const write = () => {
      const request = next();
      if (everyMs === 0) askedAt = performance.now();
      socket.write(request);
    };
    const send = () => {
      if (everyMs === 0) return write();
      askedAt = askedAt === 0 ? performance.now() + Math.random() * everyMs : askedAt + everyMs;
      setTimeout(write, Math.max(0, askedAt - performance.now()));
    };
    socket.setEncoding("latin1");
    socket.on("connect", send).on("error", reject);
    socket.on("data", (chunk: string) => {
      seen += chunk;
      if (!isWhole(seen)) return;
      loaded.waitsMs.push(performance.now() - askedAt);
      if (isRefused(seen)) loaded.failed.push(seen);
      seen = "";
      if (performance.now() < endAt) return send();
      socket.destroy();
      resolve();
    });
  });
}

/** By GraphQL's errors or by a refusal that the schema knows. */
const isRefused = (answer: string) =>
  !answer.startsWith("HTTP/1.1 200") || answer.includes('"errors"') || /"__typename":"\w+Error"/.test(answer);

function isWhole(answer: string): boolean {
  const head = answer.indexOf("\r\n\r\n");
  if (head < 0) return false;
  const length = /\r\ncontent-length: (\d+)/i.exec(answer.slice(0, head + 2))?.[1];
  return length === undefined ? answer.endsWith("0\r\n\r\n") : answer.length >= head + 4 + Number(length);
}

if (parentPort) parentPort.postMessage(await run(workerData as Load));
