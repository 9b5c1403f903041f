import type { MemberSection } from "#api/ledger/read/reports/member-data.ts";
import { moneyText } from "#api/ledger/read/reports/scope.ts";
import { sql } from "#api/sql/snapshot.ts";

/** What the member was given, collects, holds and takes part in. */
export const memberPerks = {
  tier: (own) => sql`
    SELECT t.since, jsonb_build_object('tier', t.tier, 'since', t.since, 'keptTier', t.kept_tier, 'keptUntil', t.kept_until,
      'countedFrom', t.counted_from, 'dueOn', t.due_on) AS record
    FROM member_tier t WHERE t.member_id IN ${own}`,
  coupons: (own) => sql`
    SELECT c.given_at, jsonb_build_object('coupon', p.name, 'code', coalesce(c.code, p.promo_code), 'givenAt', c.given_at,
      'expiresAt', c.expires_at, 'usedAt', c.used_at, 'usedWith', c.used_purchase_id, 'revokedAt', c.revoked_at) AS record
    FROM coupon c JOIN coupon_pool p ON p.id = c.pool_id WHERE c.member_id IN ${own}`,
  // Whose coupon it is now, or was before, is somebody else's matter.
  couponTransfers: (own) => sql`
    SELECT t.at, jsonb_build_object('coupon', p.name, 'direction', CASE WHEN t.from_member_id IN ${own} THEN 'GIVEN' ELSE 'RECEIVED' END,
      'at', t.at) AS record
    FROM coupon_transfer t JOIN coupon c ON c.id = t.coupon_id JOIN coupon_pool p ON p.id = c.pool_id
    WHERE t.from_member_id IN ${own} OR t.to_member_id IN ${own}`,
  offers: (own) => sql`
    SELECT o.made_at, jsonb_build_object('offer', f.title, 'group', o."group", 'madeAt', o.made_at, 'expiresAt', o.expires_at,
      'seenAt', o.seen_at, 'activatedAt', o.activated_at, 'usedAt', o.used_at, 'usedWith', o.used_purchase_id) AS record
    FROM personal_offer o JOIN offer f ON f.id = o.offer_id WHERE o.member_id IN ${own}`,
  comparisons: (own) => sql`
    SELECT c.since, jsonb_build_object('campaign', v.definition -> 'name', 'group', c."group", 'since', c.since) AS record
    FROM compared_member c JOIN campaign_version v ON v.id = c.version_id WHERE c.member_id IN ${own}`,
  stamps: (own) => sql`
    SELECT NULL::timestamptz, jsonb_build_object('card', s.name, 'stamps', c.value::text) AS record
    FROM stamp_card s CROSS JOIN LATERAL unnest(ARRAY${own}) AS m(id)
    JOIN counter c ON c.id = 'stamps ' || s.code || ' ' || m.id`,
  tickets: (own) => sql`
    SELECT d.closes_at, jsonb_build_object('draw', d.code, 'tickets', c.value::text, 'holder', h.holder, 'firstTicket', h.first_ticket::text,
      'excludedBecause', x.reason, 'won', (SELECT jsonb_agg(w.prize ORDER BY w.place) FROM draw_winner w
        WHERE w.draw_id = d.id AND w.holder = h.holder AND d.published_at IS NOT NULL)) AS record
    FROM draw d CROSS JOIN LATERAL unnest(ARRAY${own}) AS m(id)
    LEFT JOIN counter c ON c.id = 'ticket:' || d.code || ':' || m.id
    LEFT JOIN draw_holder h ON h.draw_id = d.id AND h.member_id = m.id
    LEFT JOIN draw_exclusion x ON x.draw_id = d.id AND x.member_id = m.id
    WHERE c.id IS NOT NULL OR h.holder IS NOT NULL OR x.reason IS NOT NULL`,
  activities: (own) => sql`
    SELECT a.occurred_at, jsonb_build_object('kind', k.name, 'partner', r.name, 'reference', a.reference,
      'amount', ${moneyText(sql`a.amount_e6`)}, 'points', a.points::text, 'occurredAt', a.occurred_at,
      'reversedAt', a.reversed_at, 'explanation', a.explanation) AS record
    FROM activity a JOIN activity_kind k ON k.id = a.kind_id JOIN partner r ON r.id = a.partner_id WHERE a.member_id IN ${own}`,
  badges: (own) => sql`
    SELECT a.awarded_at, jsonb_build_object('challenge', c.definition -> 'name', 'period', a.period, 'state', a.state,
      'points', a.points::text, 'awardedAt', a.awarded_at, 'takenBackAt', a.taken_back_at) AS record
    FROM challenge_award a JOIN challenge c ON c.id = a.challenge_id WHERE a.member_id IN ${own}`,
  rewardOrders: (own) => sql`
    SELECT o.ordered_at, jsonb_build_object('reward', w.name, 'partner', r.name, 'points', o.points::text, 'state', o.state,
      'orderedAt', o.ordered_at, 'collectBy', o.collect_by, 'collectedAt', o.collected_at, 'cancelledAt', o.cancelled_at) AS record
    FROM reward_order o JOIN reward w ON w.id = o.reward_id JOIN partner r ON r.id = o.partner_id WHERE o.member_id IN ${own}`,
  eventBookings: (own) => sql`
    SELECT b.asked_at, jsonb_build_object('event', e.name, 'state', b.state, 'askedAt', b.asked_at, 'checkedInAt', b.checked_in_at) AS record
    FROM event_booking b JOIN member_event e ON e.id = b.event_id WHERE b.member_id IN ${own}`,
  clubs: (own) => sql`
    SELECT coalesce(m.joined_at, m.invited_at), jsonb_build_object('club', c.name, 'state', m.state, 'invitedAt', m.invited_at,
      'joinedAt', m.joined_at, 'leftAt', m.left_at) AS record
    FROM club_membership m JOIN club c ON c.id = m.club_id WHERE m.member_id IN ${own}`,
  subscriptions: (own) => sql`
    SELECT s.started_at, jsonb_build_object('plan', p.name, 'state', s.state, 'startedAt', s.started_at, 'paidUntil', s.paid_until,
      'pausedAt', s.paused_at, 'endedAt', s.ended_at,
      'payments', (SELECT coalesce(jsonb_agg(jsonb_build_object('amount', ${moneyText(sql`y.amount_e6`)},
        'months', y.months, 'reference', y.reference, 'paidAt', y.paid_at) ORDER BY y.id), '[]')
        FROM plan_payment y WHERE y.subscription_id = s.id)) AS record
    FROM subscription s JOIN plan p ON p.id = s.plan_id WHERE s.member_id IN ${own}`,
} as const satisfies Record<string, MemberSection>;
