import { parentPort, workerData } from "node:worker_threads";
import WebSocket from "ws";

/** Sockets to open, each with its key, and what each watches. */
export type Watching = { url: string; sockets: { key: string; query: string }[] };
/** `at`: milliseconds since the epoch, by a clock that does not step. */
export type Rung = { socket: number; at: number };

const now = () => performance.timeOrigin + performance.now();

/** Opens all, subscribes on each, and says when each ring came. */
async function watch({ url, sockets }: Watching): Promise<void> {
  await Promise.all(
    sockets.map(
      ({ key, query }, nth) =>
        new Promise<void>((resolve, reject) => {
          const socket = new WebSocket(url, "graphql-transport-ws");
          const send = (message: object) => socket.send(JSON.stringify(message));
          socket.once("error", reject);
          socket.once("open", () => send({ type: "connection_init", payload: { authorization: `Bearer ${key}` } }));
          socket.on("message", (data) => {
            const { type } = JSON.parse(String(data)) as { type: string };
            if (type === "connection_ack") {
              send({ id: "1", type: "subscribe", payload: { query } });
              resolve();
            } else if (type === "next") parentPort?.postMessage({ socket: nth, at: now() } satisfies Rung);
          });
        }),
    ),
  );
}

if (parentPort) {
  await watch(workerData as Watching);
  parentPort.postMessage("open");
}
