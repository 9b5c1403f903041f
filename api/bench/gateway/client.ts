import { connect } from "node:net";
import { parentPort, workerData } from "node:worker_threads";

/** What the client's thread is told: one connection for each request text, each sent again as soon as it is answered. */
export type Load = { port: number; requests: string[]; seconds: number };
/** Every answer's wait in milliseconds; `failed`: answers with another status than 200, or with errors in them. */
export type Loaded = { waitsMs: number[]; failed: number; seconds: number };

/**
 * The least a client can be: bytes on a socket, so that what is measured is the server. It waits for a whole answer
 * before it asks again, on every connection, as tills do.
 */
async function run({ port, requests, seconds }: Load): Promise<Loaded> {
  const loaded: Loaded = { waitsMs: [], failed: 0, seconds: 0 };
  const began = performance.now();
  const endAt = began + seconds * 1000;
  await Promise.all(requests.map((request) => ask(port, Buffer.from(request), endAt, loaded)));
  loaded.seconds = (performance.now() - began) / 1000;
  return loaded;
}

function ask(port: number, request: Buffer, endAt: number, loaded: Loaded): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: "127.0.0.1", noDelay: true });
    let seen = "";
    let askedAt = 0;
    const send = () => {
      askedAt = performance.now();
      socket.write(request);
    };
    socket.setEncoding("latin1");
    socket.on("connect", send).on("error", reject);
    socket.on("data", (chunk: string) => {
      seen += chunk;
      if (!isWhole(seen)) return;
      loaded.waitsMs.push(performance.now() - askedAt);
      if (!seen.startsWith("HTTP/1.1 200") || seen.includes('"errors"')) loaded.failed += 1;
      seen = "";
      if (performance.now() < endAt) return send();
      socket.destroy();
      resolve();
    });
  });
}

function isWhole(answer: string): boolean {
  const head = answer.indexOf("\r\n\r\n");
  if (head < 0) return false;
  const length = /\r\ncontent-length: (\d+)/i.exec(answer.slice(0, head + 2))?.[1];
  return length === undefined ? answer.endsWith("0\r\n\r\n") : answer.length >= head + 4 + Number(length);
}

parentPort?.postMessage(await run(workerData as Load));
