import { getTranslations } from "next-intl/server";
import type { AnswerOf } from "#portal/lib/partner.ts";
import type { Search } from "#portal/lib/search-params.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { DeedButton } from "#portal/ui/deed-button.tsx";
import { DeedDialog } from "#portal/ui/deed-dialog.tsx";
import { Facts, PageHead, Panel } from "#portal/ui/page.tsx";
import { ConsentHistory } from "#portal/views/member/profile/history.tsx";
import { ChannelLinks } from "#portal/views/member/profile/links.tsx";
import { PreferenceMatrix } from "#portal/views/member/profile/matrix.tsx";
import { OwnData } from "#portal/views/member/profile/own-data.tsx";
import { Sessions } from "#portal/views/member/profile/sessions.tsx";
import {
  type myConsentHistory,
  type myProfile,
  requestDeletion,
  setLanguage,
  withdrawDeletion,
} from "#schema/documents.ts";

export type Profile = AnswerOf<typeof myProfile>;
export type History = AnswerOf<typeof myConsentHistory>["consentChanges"];

type ProfileProps = { profile: Profile; history: History; search: Search };

/** Who the member is to the hub, what they agreed to, and how to leave. */
export async function ProfilePage({ profile, history, search }: ProfileProps) {
  const t = await getTranslations("profile");
  return (
    <>
      <PageHead title={t("title")} lead={t("lead")} />
      <div className="grid gap-6">
        <Person profile={profile} />
        <ChannelLinks profile={profile} />
        <PreferenceMatrix profile={profile} />
        <ConsentHistory history={history} search={search} />
        <Sessions sessions={profile.sessions} />
        <OwnData files={profile.exports.edges.map(({ node }) => node)} />
        <Leaving profile={profile} />
      </div>
    </>
  );
}

const languages = ["en", "ru", "be"] as const;

async function Person({ profile: { viewer } }: { profile: Profile }) {
  const t = await getTranslations("profile");
  if (viewer?.__typename !== "MemberViewer") return null;
  const { name, language: chosen } = viewer.member;
  return (
    <Panel title={t("person")}>
      <Facts facts={[[t("name"), name ?? "–"]]} />
      <p className="mt-4 font-medium">{t("language")}</p>
      <p className="text-ink-faint text-sm">{t("languageNote")}</p>
      <div className="mt-2 flex flex-wrap gap-2">
        {languages.map((language) => (
          <DeedButton
            key={language}
            operation={setLanguage}
            input={{ language }}
            look={language === chosen ? "primary" : "secondary"}
            pressed={language === chosen}
            className="min-h-11"
            done={t("languageSet")}
          >
            {t(`language_${language}`)}
          </DeedButton>
        ))}
      </div>
    </Panel>
  );
}

async function Leaving({ profile: { deletionRequest } }: { profile: Profile }) {
  const t = await getTranslations("profile");
  const texts = await getTexts();
  const open = deletionRequest?.state === "OPEN" ? deletionRequest : null;
  return (
    <Panel title={t("leaving")} note={t("leavingNote")}>
      {open ? (
        <div className="rounded-xl bg-warn-soft px-4 py-3.5 text-warn">
          <p className="font-medium">{t("asked", { date: texts.date(open.createdAt) })}</p>
          <p className="mt-1 text-sm">{t("askedText")}</p>
          <div className="mt-3">
            <DeedButton
              operation={withdrawDeletion}
              input={{ deletionRequestId: open.id }}
              look="secondary"
              done={t("stays")}
            >
              {t("stay")}
            </DeedButton>
          </div>
        </div>
      ) : (
        <DeedDialog
          operation={requestDeletion}
          input={{ understood: true }}
          takes={{}}
          look="danger"
          button={t("delete")}
          title={t("deleteTitle")}
          text={t("deleteText")}
          confirm={t("deleteConfirm")}
          done={t("deleteDone")}
        />
      )}
    </Panel>
  );
}
