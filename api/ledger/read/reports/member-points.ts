import type { MemberSection } from "#api/ledger/read/reports/member-data.ts";
import { moneyText } from "#api/ledger/read/reports/scope.ts";
import { sql } from "#api/sql/snapshot.ts";

/** What the member bought, and every movement of their points. */
export const memberPoints = {
  balance: (own) => sql`
    SELECT NULL::timestamptz AS at, jsonb_build_object('available', w.available::text, 'pending', w.pending::text,
      'reserved', w.reserved::text, 'debt', w.debt::text) AS record
    FROM wallet w WHERE w.member_id IN ${own}`,
  purchases: (own) => sql`
    SELECT p.occurred_at, jsonb_build_object('id', p.id, 'partner', r.name, 'location', o.name, 'receiptNumber', p.receipt_number,
      'businessDate', p.business_date, 'occurredAt', p.occurred_at, 'recordedAt', p.recorded_at,
      'total', ${moneyText(sql`p.total_e6`)}, 'paidInMoney', ${moneyText(sql`p.paid_e6`)},
      'pointsEarned', p.points_earned::text, 'pointsSpent', p.points_spent::text, 'lines', (${lines}), 'payments', p.payments,
      'explanation', p.explanation,
      'returns', (SELECT coalesce(jsonb_agg(jsonb_build_object('occurredAt', b.occurred_at, 'receiptNumber', b.receipt_number,
        'amount', ${moneyText(sql`b.amount_e6`)}, 'pointsTakenBack', b.points_clawed::text,
        'pointsGivenBack', b.points_restored::text, 'lines', b.lines) ORDER BY b.seq), '[]')
        FROM purchase_return b WHERE b.purchase_id = p.id)) AS record
    FROM purchase p JOIN partner r ON r.id = p.partner_id LEFT JOIN location o ON o.id = p.location_id
    WHERE p.member_id IN ${own}`,
  entries: (own) => sql`
    SELECT e.posted_at, jsonb_build_object('id', e.id, 'kind', e.event, 'partner', r.name, 'occurredAt', e.occurred_at,
      'postedAt', e.posted_at, 'purchase', e.purchase_id, 'reverses', e.reverses_entry_id, 'available', c.available::text,
      'pending', c.pending::text, 'reserved', c.reserved::text, 'debt', c.debt::text,
      'availableAfter', c.available_after::text) AS record
    FROM wallet_change c JOIN entry e ON e.id = c.entry_id LEFT JOIN partner r ON r.id = e.partner_id
    WHERE c.member_id IN ${own}`,
  lots: (own) => sql`
    SELECT t.earned_at, jsonb_build_object('id', t.id, 'issuer', r.name, 'earnedAt', t.earned_at, 'expiresAt', t.expires_at,
      'earned', t.original::text, 'pending', t.pending::text, 'available', t.available::text, 'reserved', t.reserved::text,
      'expired', t.expired::text, 'takenBack', t.clawed_back::text) AS record
    FROM lot t JOIN partner r ON r.id = t.issuer_id WHERE t.member_id IN ${own}`,
  redemptions: (own) => sql`
    SELECT b.reserved_at, jsonb_build_object('id', b.id, 'partner', r.name, 'state', b.state, 'asked', b.reserved::text,
      'spent', b.captured::text, 'reservedAt', b.reserved_at, 'capturedAt', b.captured_at, 'purchase', b.purchase_id) AS record
    FROM burn b JOIN partner r ON r.id = b.redeemer_id WHERE b.member_id IN ${own}`,
  debts: (own) => sql`
    SELECT NULL::timestamptz, jsonb_build_object('points', d.points::text, 'recovered', d.recovered::text, 'entry', d.entry_id) AS record
    FROM member_debt d WHERE d.member_id IN ${own}`,
  customerFigures: (own) => sql`
    SELECT NULL::timestamptz, jsonb_build_object('house', coalesce(r.name, c.house), 'firstOn', c.first_on, 'lastOn', c.last_on,
      'days', c.days, 'visits', c.visits, 'visitsYear', c.visits_year, 'spend', ${moneyText(sql`c.spend_e6`)},
      'spendYear', ${moneyText(sql`c.spend_year_e6`)}, 'average', ${moneyText(sql`c.average_e6`)},
      'hasRedeemed', c.has_redeemed, 'recency', c.recency, 'frequency', c.frequency, 'monetary', c.monetary) AS record
    FROM customer c LEFT JOIN partner r ON r.id = c.house WHERE c.member_id IN ${own}`,
} as const satisfies Record<string, MemberSection>;

/** By the places in which api/use-cases/purchases/stored.ts keeps them; what is missing is usual. */
const lines = sql`
  SELECT jsonb_agg(jsonb_build_object('number', coalesce((l->>11)::int, nth), 'article', l->>0, 'name', l->>1,
    'category', l->>2, 'brand', l->>3, 'kind', coalesce(l->>10, 'GOODS'),
    'quantity', trim_scale(coalesce(l->>6, '1000')::numeric / 1000)::text,
    'unitPrice', ${moneyText(sql`coalesce(l->>7, l->>4)::bigint`)}, 'amount', ${moneyText(sql`(l->>4)::bigint`)},
    'discount', ${moneyText(sql`coalesce(l->>8, '0')::bigint`)},
    'pointsEarned', coalesce(l->>5, '0'), 'pointsSpent', coalesce(l->>9, '0')) ORDER BY nth)
  FROM json_array_elements(p.lines) WITH ORDINALITY x(l, nth)`;
