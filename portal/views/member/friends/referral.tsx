import { headers } from "next/headers";
import { getTranslations } from "next-intl/server";
import type { MemberOf } from "#portal/lib/member.ts";
import type { AnswerOf } from "#portal/lib/partner.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { CopyText } from "#portal/ui/copy-text.tsx";
import { DeedButton } from "#portal/ui/deed-button.tsx";
import { DeedDialog } from "#portal/ui/deed-dialog.tsx";
import { PageHead, Panel } from "#portal/ui/page.tsx";
import { Qr } from "#portal/ui/qr.tsx";
import { ShareButton } from "#portal/ui/share-button.tsx";
import { Empty } from "#portal/ui/states.tsx";
import { Status } from "#portal/ui/status.tsx";
import { Funnel } from "#portal/views/member/friends/funnel.tsx";
import { inviteFriend, joinByReferral, type memberReferrals, openReferralCode } from "#schema/documents.ts";

type Member = MemberOf<typeof memberReferrals>;
type Terms = AnswerOf<typeof memberReferrals>["referralTerms"];
type ReferralProps = { member: Member; terms: Terms; code: string | null };

/** Who was brought, how far they came, and the code that brings the next one. */
export async function ReferralPage({ member, terms, code }: ReferralProps) {
  const t = await getTranslations("friends");
  const texts = await getTexts();
  const friends = member.referrals.edges.map(({ node }) => node);
  if (!terms) {
    return (
      <>
        <PageHead title={t("title")} />
        <Panel>
          <Empty title={t("closedTitle")}>{t("closedText")}</Empty>
        </Panel>
      </>
    );
  }
  const gives = { advocate: texts.points(terms.advocatePoints), friend: texts.points(terms.friendPoints) };
  return (
    <>
      <PageHead title={t("title")} lead={t("lead", gives)} />
      <div className="grid gap-6">
        <Invitation code={member.referralCode} gives={gives} />
        {member.referralFunnel ? <Funnel funnel={member.referralFunnel} /> : null}
        <Panel title={t("yours")} flush>
          {friends.length > 0 ? (
            <ul>
              {friends.map((friend) => (
                <FriendRow key={friend.id} friend={friend} />
              ))}
            </ul>
          ) : (
            <Empty title={t("emptyTitle")}>{t("emptyText")}</Empty>
          )}
        </Panel>
        <Panel title={t("rules")}>
          <p className="text-ink-soft">
            {t("rulesText", {
              minimum: texts.money(terms.minimum),
              most: texts.points(terms.monthMost),
              days: texts.points(terms.joinDays),
            })}
          </p>
        </Panel>
        <Brought code={code} />
      </div>
    </>
  );
}

async function Invitation({ code, gives }: { code: string | null; gives: { advocate: string; friend: string } }) {
  const t = await getTranslations("friends");
  if (!code) {
    return (
      <Panel>
        <div className="flex flex-col items-center py-6 text-center">
          <p className="mb-4 max-w-sm text-ink-soft">{t("startText")}</p>
          <DeedButton
            operation={openReferralCode}
            input={{}}
            takes={{ device: true }}
            look="primary"
            done={t("started")}
            className="min-h-11"
          >
            {t("start")}
          </DeedButton>
        </div>
      </Panel>
    );
  }
  const link = await linkOf(code);
  return (
    <Panel>
      <div className="grid items-center gap-6 sm:grid-cols-[11rem_1fr]">
        <Qr text={link} label={t("qr")} className="mx-auto w-44 border border-line" />
        <div>
          <p className="text-ink-faint text-sm">{t("code")}</p>
          <p className="figures mb-4 font-semibold text-3xl tracking-[0.12em]">{code}</p>
          <CopyText text={link} />
          <div className="mt-4 flex flex-wrap gap-2">
            <ShareButton text={`${t("shareText", { code, friend: gives.friend })} ${link}`} copied={t("copied")}>
              {t("share")}
            </ShareButton>
            <DeedDialog
              operation={inviteFriend}
              input={{}}
              takes={{ key: true }}
              look="secondary"
              button={t("personal")}
              title={t("personal")}
              text={t("personalText")}
              fields={[{ kind: "text", name: "label", label: t("label"), required: true }]}
              confirm={t("make")}
              done={t("made")}
            />
          </div>
        </div>
      </div>
    </Panel>
  );
}

/** Where a friend who follows the picture comes out: this page, with the code filled in. */
async function linkOf(code: string): Promise<string> {
  const asked = await headers();
  const host = asked.get("x-forwarded-host") ?? asked.get("host") ?? "";
  return `${asked.get("x-forwarded-proto") ?? "http"}://${host}/me/referral?code=${code}`;
}

type Friend = Member["referrals"]["edges"][number]["node"];

async function FriendRow({ friend }: { friend: Friend }) {
  const t = await getTranslations("friends");
  const texts = await getTexts();
  const when = friend.rewardedAt ?? friend.joinedAt ?? friend.openedAt;
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-line/70 border-t px-5 py-3">
      <span>
        <span className="block font-medium">{friend.label ?? t("somebody")}</span>
        <span className="block text-ink-faint text-sm">
          {texts.date(when)}
          {friend.state === "INVITED" && friend.code ? ` · ${friend.code}` : ""}
        </span>
      </span>
      <span className="flex items-center gap-3">
        {friend.state === "REWARDED" && friend.terms ? (
          <span className="figures font-semibold text-good">+{texts.points(friend.terms.advocatePoints)}</span>
        ) : null}
        <Status state={friend.state} />
      </span>
    </li>
  );
}

/** For whoever was brought themselves, and has just joined. */
async function Brought({ code }: { code: string | null }) {
  const t = await getTranslations("friends");
  return (
    <Panel title={t("brought")} note={t("broughtText")}>
      <DeedDialog
        operation={joinByReferral}
        input={{}}
        takes={{ device: true }}
        look="secondary"
        button={t("say")}
        title={t("say")}
        text={t("sayText")}
        fields={[{ kind: "text", name: "code", label: t("code"), required: true, ...(code ? { value: code } : {}) }]}
        confirm={t("join")}
        done={t("joined")}
      />
    </Panel>
  );
}
