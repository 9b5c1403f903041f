import WebSocket from "ws";

/** Sockets to open, each with its key, and what each watches; without that it asks for much and takes nothing. */
export type Watching = { url: string; sockets: { key: string; query?: string }[] };
/** `at`: milliseconds since the epoch, by a clock that does not step. */
export type Rung = { socket: number; at: number };
export type Told = "open" | Rung;

/** Together more than kernels keep for a connection. */
const MUCH = { bytes: 32 * 1024, times: 400 };

const now = () => performance.timeOrigin + performance.now();
const tell = (told: Told) => process.send?.(told);

/** Opens all, subscribes on each, and says when each ring came. */
async function watch({ url, sockets }: Watching): Promise<void> {
  await Promise.all(
    sockets.map(async ({ key, query }, nth) => {
      const socket = await open(url, key);
      if (query === undefined) return sleep(socket);
      send(socket, { id: "1", type: "subscribe", payload: { query } });
      socket.on("message", (data) => {
        if (typeOf(data) === "next") tell({ socket: nth, at: now() });
      });
    }),
  );
}

/** What it is sent stays with the hub, until it is cut off. */
function sleep(socket: WebSocket): void {
  socket.on("error", () => undefined);
  socket.pause();
  for (let n = 0; n < MUCH.times; n++) send(socket, { type: "ping", payload: { much: "m".repeat(MUCH.bytes) } });
}

function open(url: string, key: string): Promise<WebSocket> {
  const socket = new WebSocket(url, "graphql-transport-ws");
  return new Promise((resolve, reject) => {
    socket.once("error", reject);
    socket.once("open", () => send(socket, { type: "connection_init", payload: { authorization: `Bearer ${key}` } }));
    socket.on("message", (data) => {
      if (typeOf(data) === "connection_ack") resolve(socket);
    });
  });
}

const send = (socket: WebSocket, message: object) => socket.send(JSON.stringify(message), () => undefined);

const typeOf = (data: WebSocket.RawData): string => (JSON.parse(String(data)) as { type: string }).type;

process.once("message", async (asked: Watching) => {
  await watch(asked);
  tell("open");
});
