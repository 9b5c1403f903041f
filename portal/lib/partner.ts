import "server-only";
import { read } from "#portal/lib/read.ts";
import { requireViewer } from "#portal/lib/viewer.ts";
import type { Operation } from "#schema/typed.ts";

/** Reads an operation about the partner the viewer works for. */
export async function readOwnPartner<Result, Variables extends { partnerId: string }>(
  operation: Operation<Result, Variables>,
  variables: Omit<Variables, "partnerId">,
): Promise<Result> {
  const { partner } = await requireViewer("PartnerStaff");
  return read(operation, { ...variables, partnerId: partner.id } as Variables);
}

/** What an operation answers. */
export type AnswerOf<Op> = Op extends Operation<infer Result, infer _> ? Result : never;
