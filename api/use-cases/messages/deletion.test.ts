import { expect, test } from "vitest";
import { newId } from "#api/kernel/ids.ts";
import { world } from "#api/test/world.ts";
import { setLanguage } from "#api/use-cases/members/set-language.ts";
import { InvalidValue } from "#api/use-cases/partners/refusals.ts";
import { unlinkChannel } from "./link-channel.ts";
import { retireMessageTemplate } from "./manage-templates.ts";
import { ChannelLinkNotFound, DeletionRequestNotFound, MessageTemplateNotFound } from "./refusals.ts";
import { readDeletionRequest, requestDeletion, settleDeletion, withdrawDeletion } from "./request-deletion.ts";

test("a member's wish to be deleted is told to the operator once, and can be taken back until it is done", async () => {
  const w = await world();
  const userId = newId("user");
  await w.deps.db.user.create({ data: { id: userId, name: "Clerk", email: "clerk@example.org" } });
  await w.deps.db.staff.create({ data: { id: newId("staff"), userId, roles: ["OPERATOR_CLERK"] } });
  const asked = await requestDeletion(w.deps, w.ana.actor, { memberId: w.ana.id });
  expect(await requestDeletion(w.deps, w.ana.actor, { memberId: w.ana.id })).toMatchObject({ id: asked.id });
  expect(await w.deps.db.notice.findMany()).toMatchObject([{ userId, kind: "DELETION_REQUESTED" }]);
  const mine = { deletionRequestId: asked.id, memberId: w.bohdan.id };
  await expect(withdrawDeletion(w.deps, w.bohdan.actor, mine)).rejects.toThrow(DeletionRequestNotFound);
  await withdrawDeletion(w.deps, w.ana.actor, { ...mine, memberId: w.ana.id });
  expect(await readDeletionRequest(w.deps, w.operator, w.ana.id)).toMatchObject({ state: "WITHDRAWN" });
  const again = await requestDeletion(w.deps, w.ana.actor, { memberId: w.ana.id });
  expect(await settleDeletion(w.deps, w.operator, { deletionRequestId: again.id })).toMatchObject({ state: "DONE" });
  await expect(settleDeletion(w.deps, w.ana.actor, { deletionRequestId: again.id })).rejects.toMatchObject({
    code: "FORBIDDEN",
  });
});

test("members choose the language they are written to in, out of those there are", async () => {
  const w = await world();
  expect(await setLanguage(w.deps, w.ana.actor, { memberId: w.ana.id, language: "be" })).toMatchObject({
    person: { language: "be" },
  });
  await expect(setLanguage(w.deps, w.ana.actor, { memberId: w.ana.id, language: "de" })).rejects.toThrow(InvalidValue);
});

test("what is somebody else's, or not there, is told in the same words", async () => {
  const w = await world();
  const id = newId("channelLink");
  await w.deps.db.channelLink.create({
    data: { id, memberId: w.ana.id, channel: "TELEGRAM", address: "17", createdAt: w.clock.now() },
  });
  await expect(unlinkChannel(w.deps, w.bohdan.actor, { channelLinkId: id })).rejects.toThrow(ChannelLinkNotFound);
  const retired = { messageTemplateId: newId("messageTemplate"), reason: "Old" };
  await expect(retireMessageTemplate(w.deps, w.grocer.finance, retired)).rejects.toThrow(MessageTemplateNotFound);
});
