import { Worker } from "node:worker_threads";
import type { Load, Loaded } from "#api/bench/gateway/client.ts";
import type { Contender } from "#api/bench/race.ts";

/** An HTTP server as a contender: `requests[i]` is what the i-th connection sends, over and over. */
export function server(name: string, port: number, requests: readonly string[]): Contender {
  return {
    name,
    round: async ({ inFlight, seconds }) => {
      const { waitsMs, failed, seconds: took } = await load({ port, requests: requests.slice(0, inFlight), seconds });
      if (failed > 0) throw new Error(`${name} refused ${failed} of ${waitsMs.length} requests`);
      return { perSecond: waitsMs.length / took, waitsMs };
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

function load(workerData: Load): Promise<Loaded> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("client.ts", import.meta.url), { workerData });
    worker.once("message", resolve).once("error", reject);
  });
}
