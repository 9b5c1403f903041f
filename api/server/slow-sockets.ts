/** As much as a socket may be behind with, at once and for long. */
export const slowness = { mostBytes: 256 * 1024, stalledMs: 10_000 } as const;

type Socket = { readonly bufferedAmount: number; terminate(): void };

/**
 * Watches that nobody is kept waiting for somebody who does not read: what is sent to a socket and not taken stays in this
 * process's memory. Call it now and then with each socket; true: it was cut off.
 */
export function slowSockets(): (socket: Socket, now: number) => boolean {
  const behindSince = new WeakMap<Socket, number>();
  return (socket, now) => {
    const { bufferedAmount } = socket;
    if (bufferedAmount === 0) {
      behindSince.delete(socket);
      return false;
    }
    const since = behindSince.get(socket) ?? now;
    behindSince.set(socket, since);
    if (bufferedAmount <= slowness.mostBytes && now - since < slowness.stalledMs) return false;
    socket.terminate();
    return true;
  };
}
