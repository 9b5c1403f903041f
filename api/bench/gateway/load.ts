import { Worker } from "node:worker_threads";
import type { Load, Loaded } from "#api/bench/gateway/client.ts";
import type { Contender } from "#api/bench/race.ts";

/** More than any client sends in a round. */
const NUMBERS_A_ROUND = 1_000_000;
let nextNumber = 1;

/** `values`: what may stand where a request has the mark `ANY`. `deeds`: how many one request does. */
export type Sending = { port: number; requests: readonly string[]; values?: readonly string[]; deeds?: number };

/**
 * An HTTP server of this thread as a contender: `requests[i]` is what the i-th connection sends, over and over. Its time
 * of the processor is this thread's, since the client has one of its own.
 */
export function server(name: string, { port, requests, values = [], deeds = 1 }: Sending): Contender {
  return {
    name,
    round: async ({ inFlight, seconds, perSecond }) => {
      const from = nextNumber;
      nextNumber += NUMBERS_A_ROUND;
      const before = process.threadCpuUsage();
      const paced = perSecond === undefined ? {} : { perSecond };
      const asked = { port, requests: requests.slice(0, inFlight), seconds, from, values, ...paced };
      const loaded = await load(asked);
      const { user, system } = process.threadCpuUsage(before);
      const { waitsMs, failed, seconds: took } = loaded;
      const [first] = failed;
      if (first) throw new Error(`${name} refused ${failed.length} of ${waitsMs.length} requests: ${bodyOf(first)}`);
      const done = waitsMs.length * deeds;
      return { perSecond: done / took, waitsMs, cpuUs: (user + system) / done };
    },
  };
}

/** A POST of JSON as bytes on the wire. */
export function postOf(port: number, body: unknown, headers: Readonly<Record<string, string>> = {}): string {
  const text = JSON.stringify(body);
  const head = {
    host: `127.0.0.1:${port}`,
    "content-type": "application/json",
    accept: "application/json",
    "content-length": String(Buffer.byteLength(text)),
    ...headers,
  };
  const lines = Object.entries(head).map(([name, value]) => `${name}: ${value}`);
  return `POST /graphql HTTP/1.1\r\n${lines.join("\r\n")}\r\n\r\n${text}`;
}

const bodyOf = (answer: string) => answer.slice(answer.indexOf("\r\n\r\n") + 4, 1_000);

function load(workerData: Load): Promise<Loaded> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("client.ts", import.meta.url), { workerData });
    worker.once("message", resolve).once("error", reject);
  });
}
