import "server-only";
import { getLocale } from "next-intl/server";
import { redirect } from "#portal/i18n/navigation.ts";
import { read } from "#portal/lib/read.ts";
import type { Operation } from "#schema/typed.ts";

type Looking = { viewer: { __typename: string; member?: unknown } | null };
type Answered<Op> = Op extends Operation<infer Result, infer _> ? Result : never;

/** The membership as an operation about the viewer's own answers it. */
export type MemberOf<Op> = Extract<NonNullable<(Answered<Op> & Looking)["viewer"]>, { member: unknown }>["member"];

/** Reads an operation about the viewer's own membership and answers that membership. */
export async function readMember<Result extends Looking, Variables>(
  operation: Operation<Result, Variables>,
  variables: Variables,
): Promise<MemberOf<Operation<Result, Variables>>> {
  const { viewer } = await read(operation, variables);
  if (!viewer?.member) return redirect({ href: "/enter", locale: await getLocale() });
  return viewer.member as MemberOf<Operation<Result, Variables>>;
}
