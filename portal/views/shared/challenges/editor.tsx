import { getTranslations } from "next-intl/server";
import { getTexts } from "#portal/lib/texts.ts";
import { DeedForm } from "#portal/ui/deed-form.tsx";
import { PageHead } from "#portal/ui/page.tsx";
import { Trail } from "#portal/ui/trail.tsx";
import { said } from "#portal/views/shared/campaigns/words.ts";
import { type Choices, challengeSections } from "#portal/views/shared/challenges/fields.ts";
import { type Challenge, challengesPath, type House } from "#portal/views/shared/challenges/types.ts";
import { wallOf } from "#portal/views/shared/wall.ts";
import { draftChallenge, editChallengeDraft } from "#schema/documents.ts";

type EditorProps = { challenge: Challenge | null; house: House; choices: Choices };

/** A challenge as its author writes it, the first time or anew. */
export async function ChallengeEditor({ challenge, house, choices }: EditorProps) {
  const t = await getTranslations("challengeDesk");
  const texts = await getTexts();
  const path = challengesPath(house);
  const sections = challengeSections(t, wallOf(texts), choices, challenge);
  const shared = { sections, confirm: t("save"), leadsTo: { noun: "challenge", path } };
  const list = { name: t("title"), href: path };
  const name = challenge ? said(challenge.name, texts.locale) : "";
  const here = challenge ? t("edit") : t("draft");
  return (
    <>
      <Trail crumbs={challenge ? [list, { name, href: `${path}/${challenge.id}` }] : [list]} here={here} />
      <PageHead title={challenge ? name : t("draft")} lead={t(`draftText_${house.shell}`)} />
      {challenge ? (
        <DeedForm
          {...shared}
          operation={editChallengeDraft}
          input={{ challengeId: challenge.id }}
          takes={{}}
          done={t("edited")}
          backHref={`${path}/${challenge.id}`}
        />
      ) : (
        <DeedForm
          {...shared}
          operation={draftChallenge}
          input={{}}
          takes={{ key: true }}
          done={t("drafted")}
          backHref={path}
        />
      )}
    </>
  );
}
