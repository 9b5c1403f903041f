/** What reports can be narrowed to, and what each names. */
export const reportFilters = {
  cycleId: "The cycle.",
  partnerId: "The partner; its own rows only.",
  statementId: "The statement.",
  fileId: "The partner's own file.",
  memberId: "The member.",
  locationId: "The outlet where it happened.",
  event: "The kind of entry, or several with commas between.",
  place: "OWN: only what happened at the partner's own places.",
  section: "The line of the statement.",
  originCycleId: "The cycle in which the matter began.",
  issuerId: "Whose points were spent.",
  redeemerId: "Where they were spent.",
  state: "The state it is in.",
  search: "A part of the name or code.",
  actor: "Who did it, as entries name them.",
  action: "What was done.",
  object: "To what kind of thing.",
  objectId: "To which.",
  account: "The kind of account.",
  ownerId: "Whose account.",
  from: "First instant inside.",
  until: "First instant outside.",
} as const;

export type ReportFilterName = keyof typeof reportFilters;

type Text = Exclude<ReportFilterName, "from" | "until">;

export type ReportFilters = { [Name in Text]?: string | null | undefined } & {
  from?: Date | null | undefined;
  until?: Date | null | undefined;
};

/** The filters that say something. */
export function givenFilters(filters: ReportFilters): ReportFilterName[] {
  const names = Object.keys(reportFilters) as ReportFilterName[];
  return names.filter((name) => filters[name] !== null && filters[name] !== undefined);
}
