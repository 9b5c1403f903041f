import { notFound } from "next/navigation";
import { ifAllowed } from "#portal/lib/allowed.ts";
import { namesOf } from "#portal/lib/names.ts";
import { read } from "#portal/lib/read.ts";
import type { Search } from "#portal/lib/search-params.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { NoPermission } from "#portal/ui/states.tsx";
import { houseIn } from "#portal/views/shared/campaigns/house.ts";
import { said } from "#portal/views/shared/campaigns/words.ts";
import { ChallengeView } from "#portal/views/shared/challenges/challenge.tsx";
import { ChallengeEditor } from "#portal/views/shared/challenges/editor.tsx";
import type { Choices } from "#portal/views/shared/challenges/fields.ts";
import { ChallengeList } from "#portal/views/shared/challenges/list.tsx";
import { challengesPath, type House, isOwn, mayDo } from "#portal/views/shared/challenges/types.ts";
import { challengeList, challengePage, couponPoolList, drawList, partnerNames } from "#schema/documents.ts";

type Shell = House["shell"];

/** What both shells show at their challenges' addresses. */
export async function ChallengesPage({ shell, search }: { shell: Shell; search: Search }) {
  const house = await houseIn(shell);
  const answer = await ifAllowed(read(challengeList, { after: search["after"] ?? null }));
  if (!answer) return <NoPermission homeHref={`/${shell}`} />;
  return <ChallengeList page={answer.challenges} house={house} search={search} />;
}

export async function ChallengePage({ shell, id }: { shell: Shell; id: string }) {
  const house = await houseIn(shell);
  const answer = await ifAllowed(read(challengePage, { id }));
  if (!answer) return <NoPermission homeHref={`/${shell}`} />;
  if (!answer.challenge) notFound();
  const names = await namesOf(answer.challenge.steps.map(({ by }) => by));
  return <ChallengeView challenge={answer.challenge} house={house} names={names} />;
}

/** Without an id a new one. */
export async function ChallengeEditorPage({ shell, id }: { shell: Shell; id: string | null }) {
  const house = await houseIn(shell);
  if (!mayDo(house, "draft")) return <NoPermission homeHref={challengesPath(house)} />;
  const found = id === null ? null : await ifAllowed(read(challengePage, { id }));
  const challenge = found?.challenge ?? null;
  if (id !== null && (challenge?.state !== "DRAFT" || !isOwn(challenge, house))) notFound();
  return <ChallengeEditor challenge={challenge} house={house} choices={await choicesOf(house)} />;
}

/** The house's own pools; tickets and others' receipts are the operator's to give and to count. */
async function choicesOf(house: House): Promise<Choices> {
  const { locale } = await getTexts();
  const isOperator = house.shell === "operator";
  const [pools, draws, partners] = await Promise.all([
    ifAllowed(read(couponPoolList, { first: 50 })),
    isOperator ? read(drawList, { after: null }) : null,
    isOperator ? read(partnerNames, { first: 100, after: null }) : null,
  ]);
  const nodes = <Node,>(page: { edges: readonly { node: Node }[] } | undefined) =>
    page?.edges.map(({ node }) => node) ?? [];
  return {
    pools: nodes(pools?.couponPools)
      .filter((pool) => pool.state === "ACTIVE" && (pool.partner?.id ?? null) === house.partnerId)
      .map(({ code, name }) => ({ value: code, name: said(name, locale) })),
    draws: nodes(draws?.draws)
      .filter(({ state }) => ["DRAFT", "IN_REVIEW", "REVIEWED", "OPEN"].includes(state))
      .map(({ code, name }) => ({ value: code, name: said(name, locale) })),
    partners: partners
      ? nodes(partners.partners)
          .filter((partner) => !partner.isOperator)
          .map(({ id, name }) => ({ value: id, name }))
      : null,
  };
}
