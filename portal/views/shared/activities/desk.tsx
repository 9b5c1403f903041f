import { getTranslations } from "next-intl/server";
import type { Search } from "#portal/lib/search-params.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { PageHead, Panel } from "#portal/ui/page.tsx";
import { Empty } from "#portal/ui/states.tsx";
import { AddKind, RecordOne } from "#portal/views/shared/activities/deeds.tsx";
import { KindPanel } from "#portal/views/shared/activities/kind.tsx";
import { Recorded } from "#portal/views/shared/activities/recorded.tsx";
import { type ActivityAnswer, type House, mayRecord } from "#portal/views/shared/activities/types.ts";
import { mayDo } from "#portal/views/shared/campaigns/types.ts";

type DeskProps = { answer: ActivityAnswer; house: House; search: Search };

/** What members are rewarded for beside shopping: the kinds with what each gives, and what was recorded lately. */
export async function ActivityDesk({ answer, house, search }: DeskProps) {
  const [t, texts] = await Promise.all([getTranslations("activities"), getTexts()]);
  const { activityKinds: kinds, activities } = answer;
  const [current, retired] = [kinds.filter((kind) => !kind.retiredAt), kinds.filter((kind) => kind.retiredAt)];
  const recordable = current.filter(({ byHub }) => !byHub);
  const add = mayDo(house, "draft") ? <AddKind house={house} /> : null;
  return (
    <>
      <PageHead
        title={t("title")}
        lead={t(house.shell === "partner" ? "leadPartner" : "lead")}
        actions={
          <>
            {mayRecord(house) && recordable.length > 0 ? <RecordOne kinds={recordable} /> : null}
            {add}
          </>
        }
      />
      <div className="grid gap-6">
        {current.length === 0 ? (
          <Panel>
            <Empty title={t("empty")} action={add}>
              {t("emptyText")}
            </Empty>
          </Panel>
        ) : (
          <div className="grid gap-5 lg:grid-cols-2">
            {current.map((kind) => (
              <KindPanel key={kind.id} kind={kind} house={house} />
            ))}
          </div>
        )}
        <Recorded page={activities} house={house} search={search} />
        {retired.length > 0 ? (
          <details className="panel px-5 py-4">
            <summary className="cursor-pointer font-medium">
              {t("retired", { count: retired.length, shown: texts.points(retired.length) })}
            </summary>
            <div className="mt-4 grid gap-5 lg:grid-cols-2">
              {retired.map((kind) => (
                <KindPanel key={kind.id} kind={kind} house={house} />
              ))}
            </div>
          </details>
        ) : null}
      </div>
    </>
  );
}
