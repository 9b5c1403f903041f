/** Rows in their order, those of one day under it; what came late stands on the day that it came. */
export function byDay<Row extends { postedAt: string }>(
  rows: readonly Row[],
  dayOf: (instant: string) => string,
): { day: string; rows: Row[] }[] {
  const days: { day: string; rows: Row[] }[] = [];
  for (const row of rows) {
    const day = dayOf(row.postedAt);
    const last = days.at(-1);
    if (last?.day === day) last.rows.push(row);
    else days.push({ day, rows: [row] });
  }
  return days;
}
