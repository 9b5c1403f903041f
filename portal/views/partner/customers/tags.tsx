import { X } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { DeedDialog } from "#portal/ui/deed-dialog.tsx";
import { Panel } from "#portal/ui/page.tsx";
import { tagMember, untagMember } from "#schema/documents.ts";

type TagsProps = { memberId: string; tags: readonly string[]; mayTag: boolean };

/** What the house calls the member; a press takes a tag off. */
export async function Tags({ memberId, tags, mayTag }: TagsProps) {
  const t = await getTranslations("customers");
  return (
    <Panel
      title={t("tags")}
      note={t("tagText")}
      aside={
        mayTag ? (
          <DeedDialog
            operation={tagMember}
            input={{ memberId }}
            takes={{}}
            fields={[{ kind: "text", name: "tag", label: t("tagField"), required: true }]}
            look="secondary"
            size="small"
            button={t("tag")}
            title={t("tag")}
            text={t("tagText")}
            confirm={t("tag")}
            done={t("tagDone")}
          />
        ) : null
      }
    >
      {tags.length === 0 ? <p className="text-ink-faint">{t("noTags")}</p> : null}
      <div className="flex flex-wrap gap-2">
        {tags.map((tag) =>
          mayTag ? (
            <DeedDialog
              key={tag}
              operation={untagMember}
              input={{ memberId, tag }}
              takes={{}}
              look="secondary"
              size="small"
              button={
                <>
                  {tag} <X className="size-3.5" aria-label={t("untag")} />
                </>
              }
              title={t("untag")}
              text={t("untagText", { tag })}
              confirm={t("untag")}
              done={t("untagDone")}
            />
          ) : (
            <span key={tag} className="rounded-full bg-sunken px-2.5 py-1">
              {tag}
            </span>
          ),
        )}
      </div>
    </Panel>
  );
}
