/** Work of the background that nobody has begun for so long, or that was left behind when a process died. */
export function leftBehind(at: Date, silentMs: number) {
  const silent = { lt: new Date(at.getTime() - silentMs) };
  const waits = { state: "QUEUED" as const, createdAt: silent };
  return { OR: [waits, { state: "RUNNING" as const, progressAt: silent }] };
}
