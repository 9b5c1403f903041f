import "server-only";
import { getLocale } from "next-intl/server";
import { cache } from "react";
import { redirect } from "#portal/i18n/navigation.ts";
import { read } from "#portal/lib/read.ts";
import { viewer } from "#schema/documents.ts";

/** Who looks, in what capacities they could, and the coalition they look at: asked once per page. */
export const readViewer = cache(() => read(viewer, {}));

type Viewer = Awaited<ReturnType<typeof readViewer>>["viewer"];
type Kind = NonNullable<Viewer>["__typename"];
type ViewerOf<Of extends Kind> = Extract<NonNullable<Viewer>, { __typename: Of }>;

const shellOf = { MemberViewer: "/me", PartnerStaff: "/partner", OperatorStaff: "/operator", Machine: "/" } as const;

export const shellPath = (looking: NonNullable<Viewer>) => shellOf[looking.__typename];

/** The viewer a shell is for; whoever acts in another capacity is led to where they belong. */
export async function requireViewer<Of extends Kind>(kind: Of): Promise<ViewerOf<Of>> {
  const { viewer: looking } = await readViewer();
  if (looking?.__typename === kind) return looking as ViewerOf<Of>;
  return redirect({ href: looking ? shellPath(looking) : "/sign-in", locale: await getLocale() });
}
