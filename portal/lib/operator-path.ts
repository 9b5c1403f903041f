const rooms: Record<string, string> = {
  cyc: "cycles",
  ptn: "partners",
  mem: "members",
  dsp: "disputes",
  rec: "reconciliation",
  stm: "statements",
  ent: "entries",
};

/** Where the operator looks at what an id names; null for what has no page of its own. */
export function operatorPath(id: string): string | null {
  const room = rooms[id.slice(0, 3)];
  return room && id[3] === "_" ? `/operator/${room}/${id}` : null;
}
