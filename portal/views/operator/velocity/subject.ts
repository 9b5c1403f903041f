const TAIL = 8;

type Subject = { subjectId: string; subjectName: string | null; rule: { subject: string } };

/** What a case's subject is called: a member by the end of the id, for the list names nobody. */
export function subjectOf({ subjectId, subjectName, rule }: Subject): string {
  return rule.subject === "MEMBER" ? `…${subjectId.slice(-TAIL)}` : (subjectName ?? subjectId);
}
