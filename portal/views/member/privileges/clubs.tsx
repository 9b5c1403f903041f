import { getTranslations } from "next-intl/server";
import type { AnswerOf } from "#portal/lib/partner.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { DeedButton } from "#portal/ui/deed-button.tsx";
import { DeedDialog } from "#portal/ui/deed-dialog.tsx";
import { Panel } from "#portal/ui/page.tsx";
import { Status } from "#portal/ui/status.tsx";
import { said } from "#portal/views/shared/campaigns/words.ts";
import { joinClub, leaveClub, type memberPrivileges } from "#schema/documents.ts";

type Club = AnswerOf<typeof memberPrivileges>["clubs"]["edges"][number]["node"];

/** The member's clubs, and those that would take them in. */
export async function MemberClubs({ clubs }: { clubs: readonly Club[] }) {
  const t = await getTranslations("privileges");
  return (
    <Panel title={t("clubs")} note={clubs.length === 0 ? t("clubsEmpty") : undefined} aside={<JoinByCode />} flush>
      <ul>
        {clubs.map((club) => (
          <ClubRow key={club.id} club={club} />
        ))}
      </ul>
    </Panel>
  );
}

async function ClubRow({ club }: { club: Club }) {
  const t = await getTranslations("privileges");
  const texts = await getTexts();
  const name = said(club.name, texts.locale);
  const isIn = club.own?.state === "IN";
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 border-line/70 border-t px-5 py-4">
      <div className="min-w-0 grow basis-64">
        <p className="flex flex-wrap items-center gap-x-2 font-medium">
          {name} {club.own ? <Status state={isIn ? "CLUB_IN" : "INVITED"} /> : null}
        </p>
        <p className="mt-0.5 text-ink-soft text-sm">{said(club.about, texts.locale)}</p>
        <p className="mt-0.5 text-ink-faint text-sm">{club.partner?.name ?? t("coalition")}</p>
      </div>
      {isIn ? (
        <DeedDialog
          operation={leaveClub}
          input={{ clubId: club.id }}
          takes={{}}
          look="secondary"
          size="small"
          button={t("leave")}
          title={t("leaveTitle", { club: name })}
          text={t("leaveText")}
          confirm={t("leave")}
          done={t("left")}
        />
      ) : (
        <DeedButton
          operation={joinClub}
          input={{ clubId: club.id }}
          look="primary"
          size="small"
          done={t("joined", { club: name })}
        >
          {t("join")}
        </DeedButton>
      )}
    </li>
  );
}

async function JoinByCode() {
  const t = await getTranslations("privileges");
  return (
    <DeedDialog
      operation={joinClub}
      input={{}}
      takes={{}}
      fields={[{ name: "entryCode", label: t("entryCode"), kind: "text", required: true }]}
      look="secondary"
      size="small"
      button={t("haveCode")}
      title={t("joinByCode")}
      text={t("joinByCodeText")}
      confirm={t("join")}
      done={t("joinedByCode")}
    />
  );
}
