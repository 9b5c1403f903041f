import { CloseCode, makeServer, type ServerOptions } from "graphql-ws";
import type { Extra } from "graphql-ws/use/ws";
import type { WebSocket, WebSocketServer } from "ws";
import type { Log } from "#api/server/log.ts";

/** Whoever does not answer a good-bye for so long is cut off. */
const GOODBYE_MS = 2_000;

type Options = ServerOptions<Record<string, unknown>, Extra>;

/**
 * graphql-ws on sockets of ws. What goes wrong with a socket goes to our log, once: a client that is gone or does not read
 * is no fault of ours, however much it was still to be sent. `pingMs`: how long a silent client is believed to be there.
 */
export function serveSockets(
  options: Options,
  sockets: WebSocketServer,
  { pingMs, log }: { pingMs: number; log: Log },
): { dispose(): Promise<void> } {
  const server = makeServer(options);
  sockets.on("connection", (socket, request) => {
    const stopPinging = ping(socket, pingMs);
    const leave = server.opened(transportOf(socket, log), { socket, request });
    // ws has closed it already, and says by which code why.
    socket.on("error", (error) => log.debug({ err: error }, "a socket broke"));
    socket.once("close", (code, reason) => {
      stopPinging();
      leave(code, String(reason)).catch((error: unknown) => log.error({ err: error }, "a socket was not left tidily"));
    });
  });
  return {
    dispose: async () => {
      for (const socket of sockets.clients) socket.close(1001, "Going away");
      const cutting = setTimeout(() => {
        for (const socket of sockets.clients) socket.terminate();
      }, GOODBYE_MS);
      await new Promise((resolve) => sockets.close(resolve));
      clearTimeout(cutting);
    },
  };
}

function transportOf(socket: WebSocket, log: Log): Parameters<ReturnType<typeof makeServer>["opened"]>[0] {
  return {
    protocol: socket.protocol,
    send: (text) =>
      new Promise((resolve, reject) => {
        if (socket.readyState !== socket.OPEN) return resolve();
        socket.send(text, (error) => (error && socket.readyState === socket.OPEN ? reject(error) : resolve()));
      }),
    close: (code, reason) => socket.close(code, reason),
    onMessage: (answer) =>
      socket.on("message", (text) => {
        answer(String(text)).catch((error: unknown) => {
          log.error({ err: error }, "a message of a socket was not answered");
          socket.close(CloseCode.InternalServerError, "Internal server error");
        });
      }),
  };
}

/** Asks whether the client is still there; whoever has not answered until it is asked again is gone. */
function ping(socket: WebSocket, everyMs: number): () => void {
  let isThere = true;
  socket.on("pong", () => {
    isThere = true;
  });
  const timer = setInterval(() => {
    if (!isThere) return socket.terminate();
    isThere = false;
    if (socket.readyState === socket.OPEN) socket.ping();
  }, everyMs);
  return () => clearInterval(timer);
}
