import { notFound } from "next/navigation";
import { ifAllowed } from "#portal/lib/allowed.ts";
import { read } from "#portal/lib/read.ts";
import type { Search } from "#portal/lib/search-params.ts";
import { NoPermission } from "#portal/ui/states.tsx";
import { houseIn } from "#portal/views/shared/campaigns/house.ts";
import { JourneyView } from "#portal/views/shared/journeys/journey.tsx";
import { JourneyList } from "#portal/views/shared/journeys/list.tsx";
import { MessageLog } from "#portal/views/shared/journeys/log.tsx";
import { TemplateView } from "#portal/views/shared/journeys/template.tsx";
import { TemplateList } from "#portal/views/shared/journeys/templates.tsx";
import { type House, journeysPath, mayWrite } from "#portal/views/shared/journeys/types.ts";
import {
  journeyList,
  journeyMembers,
  journeyPage,
  messageLog,
  messagingSettings,
  templateList,
  templatePage,
} from "#schema/documents.ts";

type Shell = House["shell"];

/** What both shells show at their journeys' addresses. */
export async function JourneysPage({ shell, search }: { shell: Shell; search: Search }) {
  const house = await houseIn(shell);
  const asked = { first: 25, after: search["after"] ?? null, states: null };
  const [answer, settings] = await Promise.all([
    ifAllowed(read(journeyList, asked)),
    shell === "operator" ? ifAllowed(read(messagingSettings, {})) : null,
  ]);
  if (!answer) return <NoPermission homeHref={`/${shell}`} />;
  return <JourneyList journeys={answer.journeys} house={house} search={search} settings={settings} />;
}

export async function JourneyPage({ shell, id }: { shell: Shell; id: string }) {
  const [house, { journey }] = await Promise.all([houseIn(shell), read(journeyPage, { id })]);
  if (!journey) notFound();
  const version = journey.versions.find(({ state }) => state === "LIVE" || state === "PAUSED") ?? journey.versions[0];
  const members = version && (await read(journeyMembers, { journeyVersionId: version.id, first: 10, after: null }));
  const runs = members?.journeyRuns.edges.map(({ node }) => node) ?? [];
  return <JourneyView journey={journey} runs={runs} house={house} />;
}

export async function TemplatesPage({ shell, search }: { shell: Shell; search: Search }) {
  const house = await houseIn(shell);
  const answer = await ifAllowed(read(templateList, { first: 25, after: search["after"] ?? null }));
  if (!answer) return <NoPermission homeHref={`/${shell}`} />;
  return <TemplateList answer={answer} house={house} search={search} />;
}

const channels = ["INBOX", "EMAIL", "TELEGRAM", "PUSH", "SMS"] as const;

export async function TemplatePage({ shell, id, search }: { shell: Shell; id: string | null; search: Search }) {
  const house = await houseIn(shell);
  if (id === null && !mayWrite(house)) return <NoPermission homeHref={`${journeysPath(house)}/templates`} />;
  if (id === null) return <TemplateView template={null} channel="INBOX" mailIsOn={false} house={house} />;
  const channel = channels.find((one) => one === search["channel"]) ?? "INBOX";
  const answer = await read(templatePage, { id, channel });
  if (!answer.messageTemplate) notFound();
  const mailIsOn = answer.channels.some((one) => one.channel === "EMAIL" && one.isOn);
  return <TemplateView template={answer.messageTemplate} channel={channel} mailIsOn={mailIsOn} house={house} />;
}

const states = ["QUEUED", "SENDING", "SENT", "DELIVERED", "BOUNCED", "FAILED", "WITHHELD"] as const;

export async function LogPage({ shell, search }: { shell: Shell; search: Search }) {
  const house = await houseIn(shell);
  const state = states.find((one) => one === search["state"]);
  const asked = {
    first: 25,
    after: search["after"] ?? null,
    states: state ? [state] : null,
    channel: channels.find((one) => one === search["channel"]) ?? null,
    memberId: search["member"] ?? null,
  };
  const answer = await ifAllowed(read(messageLog, asked));
  if (!answer) return <NoPermission homeHref={`/${shell}`} />;
  return <MessageLog messages={answer.messages} house={house} search={search} states={states} />;
}
