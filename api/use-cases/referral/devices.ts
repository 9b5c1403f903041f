import { createHmac } from "node:crypto";
import type { Tx } from "#api/sql/rows.ts";
import type { Deps } from "#api/use-cases/deps.ts";

type Seen = { memberId: string; device: string; at: Date };

/** Keeps that a member used a device; what the device calls itself is kept as a hash only. */
export async function noteDevice(deps: Deps, tx: Tx, { memberId, device, at }: Seen): Promise<void> {
  const mark = markOf(deps, device);
  await tx.memberDevice.upsert({
    where: { memberId_device: { memberId, device: mark } },
    create: { memberId, device: mark, seenAt: at },
    update: { seenAt: at },
  });
}

/** Has the other member used this device? */
export async function isDeviceOf(deps: Deps, tx: Tx, device: string, memberId: string): Promise<boolean> {
  const where = { memberId, device: markOf(deps, device) };
  return (await tx.memberDevice.count({ where })) > 0;
}

const markOf = ({ secrets }: Deps, device: string) =>
  createHmac("sha256", secrets.apiKey).update(`device ${device}`).digest("hex");
