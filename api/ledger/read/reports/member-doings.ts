import type { MemberSection } from "#api/ledger/read/reports/member-data.ts";
import { memberPerks } from "#api/ledger/read/reports/member-perks.ts";
import { moneyText } from "#api/ledger/read/reports/scope.ts";
import { sql } from "#api/sql/snapshot.ts";

/** Who the member is to the hub, what they agreed to and were told, and from where they came. */
export const memberDoings = {
  membership: (own) => sql`
    SELECT m.enrolled_at AS at, jsonb_build_object('id', m.id, 'status', m.status, 'enrolledAt', m.enrolled_at,
      'enrolledWith', r.name) AS record
    FROM member m LEFT JOIN partner r ON r.id = m.enrolled_at_partner_id WHERE m.id IN ${own}`,
  profile: (own) => sql`
    SELECT p.updated_at, jsonb_build_object('name', p.name, 'language', p.language, 'birthDate', p.birth_date) AS record
    FROM member_profile p WHERE p.member_id IN ${own}`,
  signIn: (_own, person) => sql`
    SELECT u.created_at, jsonb_build_object('name', u.name, 'email', u.email, 'secondFactor', u.two_factor_enabled,
      'createdAt', u.created_at) AS record
    FROM "user" u WHERE u.id IN ${person}`,
  sessions: (_own, person) => sql`
    SELECT s.created_at, jsonb_build_object('startedAt', s.created_at, 'lastSeenAt', s.updated_at, 'expiresAt', s.expires_at,
      'address', s.ip_address, 'device', s.user_agent) AS record
    FROM session s WHERE s.user_id IN ${person}`,
  devices: (own) => sql`
    SELECT d.seen_at, jsonb_build_object('fingerprint', d.device, 'seenAt', d.seen_at) AS record
    FROM member_device d WHERE d.member_id IN ${own}`,
  identifiers: (own) => sql`
    SELECT i.created_at, jsonb_build_object('kind', i.kind, 'partner', r.name, 'value', i.value, 'createdAt', i.created_at) AS record
    FROM identifier i LEFT JOIN partner r ON r.id = i.scope WHERE i.member_id IN ${own}`,
  cards: (own) => sql`
    SELECT c.issued_at, jsonb_build_object('id', c.id, 'number', c.number, 'form', c.form, 'status', c.status,
      'replacedBy', c.replaced_by_id, 'blockedReason', c.blocked_reason, 'issuedAt', c.issued_at, 'blockedAt', c.blocked_at) AS record
    FROM card c WHERE c.member_id IN ${own}`,
  consents: (own) => sql`
    SELECT c.at, jsonb_build_object('house', coalesce(r.name, c.house), 'purpose', c.purpose, 'channel', c.channel,
      'granted', c.granted, 'at', c.at, 'source', c.source) AS record
    FROM consent_change c LEFT JOIN partner r ON r.id = c.house WHERE c.member_id IN ${own}`,
  channels: (own) => sql`
    SELECT l.created_at, jsonb_build_object('channel', l.channel, 'address', l.address, 'createdAt', l.created_at,
      'endedAt', l.ended_at) AS record
    FROM channel_link l WHERE l.member_id IN ${own}`,
  messages: (own) => sql`
    SELECT m.created_at, jsonb_build_object('from', coalesce(r.name, m.house), 'purpose', m.purpose, 'channel', m.channel,
      'title', m.title, 'body', m.body, 'state', m.state, 'reason', m.reason, 'createdAt', m.created_at, 'sentAt', m.sent_at,
      'readAt', m.read_at) AS record
    FROM message m LEFT JOIN partner r ON r.id = m.house WHERE m.member_id IN ${own}`,
  notices: (_own, person) => sql`
    SELECT n.created_at, jsonb_build_object('kind', n.kind, 'facts', n.facts, 'createdAt', n.created_at, 'readAt', n.read_at) AS record
    FROM notice n WHERE n.user_id IN ${person}`,
  files: (_own, person) => sql`
    SELECT f.created_at, jsonb_build_object('report', f.report, 'format', f.format, 'requestedAt', f.created_at, 'state', f.state) AS record
    FROM export_job f WHERE f.user_id IN ${person} AND f.requested_by LIKE 'member:%'`,
  deletionRequests: (own) => sql`
    SELECT d.created_at, jsonb_build_object('state', d.state, 'createdAt', d.created_at, 'endedAt', d.ended_at) AS record
    FROM deletion_request d WHERE d.member_id IN ${own}`,
  journeys: (own) => sql`
    SELECT j.entered_at, jsonb_build_object('journey', y.name, 'state', j.state, 'step', j.step, 'enteredAt', j.entered_at,
      'endedAt', j.ended_at) AS record
    FROM journey_run j JOIN journey y ON y.id = j.journey_id WHERE j.member_id IN ${own}`,
  segments: (own) => sql`
    SELECT m.entered_at, jsonb_build_object('house', coalesce(r.name, g.house), 'segment', g.name, 'enteredAt', m.entered_at,
      'leftAt', m.left_at) AS record
    FROM segment_member m JOIN segment g ON g.id = m.segment_id LEFT JOIN partner r ON r.id = g.house WHERE m.member_id IN ${own}`,
  tags: (own) => sql`
    SELECT t.tagged_at, jsonb_build_object('house', coalesce(r.name, t.house), 'tag', t.tag, 'taggedAt', t.tagged_at) AS record
    FROM member_tag t LEFT JOIN partner r ON r.id = t.house WHERE t.member_id IN ${own}`,
  spendGuard: (own) => sql`
    SELECT g.updated_at, jsonb_build_object('locked', g.locked, 'partners', (SELECT coalesce(jsonb_agg(r.name ORDER BY r.name), '[]')
        FROM partner r WHERE r.id = ANY(g.allowed_partner_ids)), 'dayMost', g.day_most::text,
      'confirmAbove', g.confirm_above::text, 'confirmNewPlaces', g.confirm_new_places, 'needsCode', g.needs_code,
      'updatedAt', g.updated_at) AS record
    FROM spend_guard g WHERE g.member_id IN ${own}`,
  spendRequests: (own) => sql`
    SELECT q.requested_at, jsonb_build_object('partner', r.name, 'points', q.points::text, 'why', q.cause, 'state', q.state,
      'requestedAt', q.requested_at, 'answeredAt', q.answered_at) AS record
    FROM spend_request q JOIN partner r ON r.id = q.partner_id WHERE q.member_id IN ${own}`,
  // What is still looked into is not told: it would warn whoever is looked for.
  velocityCases: (own) => sql`
    SELECT c.opened_at, jsonb_build_object('rule', v.kind, 'windowFrom', c.window_from, 'windowUntil', c.window_until,
      'value', c.value::text, 'state', c.state, 'openedAt', c.opened_at, 'closedAt', c.closed_at) AS record
    FROM velocity_case c JOIN velocity_rule v ON v.id = c.rule_id
    WHERE v.subject = 'MEMBER' AND c.closed_at IS NOT NULL AND c.subject_id IN ${own}`,
  claims: (own) => sql`
    SELECT c.opened_at, jsonb_build_object('partner', r.name, 'kind', c.kind, 'state', c.state, 'receiptNumber', c.receipt_number,
      'boughtOn', c.bought_on, 'amount', ${moneyText(sql`c.amount_e6`)}, 'note', c.note, 'file', c.file_name,
      'openedAt', c.opened_at, 'decidedAt', c.decided_at, 'reason', c.reason, 'points', c.points::text) AS record
    FROM claim c JOIN partner r ON r.id = c.partner_id WHERE c.member_id IN ${own}`,
  // The other one of a pair is somebody else: their side of it is not told.
  referrals: (own) => sql`
    SELECT f.opened_at, jsonb_build_object('role', CASE WHEN f.advocate_id IN ${own} THEN 'ADVOCATE' ELSE 'FRIEND' END,
      'code', CASE WHEN f.advocate_id IN ${own} THEN f.code END, 'label', CASE WHEN f.advocate_id IN ${own} THEN f.label END,
      'state', f.state, 'refusedFor', f.refused_for, 'openedAt', f.opened_at, 'joinedAt', f.joined_at, 'rewardedAt', f.rewarded_at) AS record
    FROM referral f WHERE f.advocate_id IN ${own} OR f.friend_id IN ${own}`,
  referralCode: (own) => sql`
    SELECT c.created_at, jsonb_build_object('code', c.code, 'createdAt', c.created_at) AS record
    FROM referral_code c WHERE c.member_id IN ${own}`,
  pools: (own) => sql`
    SELECT p.invited_at, jsonb_build_object('pool', o.name, 'kind', p.kind, 'role', p.role, 'state', p.state,
      'monthMost', p.month_most::text, 'invitedAt', p.invited_at, 'joinedAt', p.joined_at, 'leftAt', p.left_at) AS record
    FROM pool_member p JOIN pool o ON o.id = p.pool_id WHERE p.member_id IN ${own}`,
  ...memberPerks,
} as const satisfies Record<string, MemberSection>;
