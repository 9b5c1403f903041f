-- The books' own proof: `books_invariants` names every rule that does not hold. An ERROR means the books are wrong;
-- a WARNING is for people to look at. I01-I19 are the rules of the books; B01-B20 hold the projections to the lines.
-- api/test/corruptions.test.ts breaks each rule once and sees it named.

CREATE VIEW posted_line AS
  SELECT l.*, e.ord, e.event, e.occurred_at, e.deed_id, e.burn_id
  FROM line l JOIN entry e ON e.id = l.entry_id;

-- ── Entries ─────────────────────────────────────────────────────────────────────────────────────────────────────────

CREATE VIEW broken_entries (rule, severity, key, detail) AS
  -- I01 Every entry sums to zero in each unit.
  SELECT 'I01', 'ERROR', entry_id, format('%s sums to %s', unit, sum(amount))
  FROM line GROUP BY entry_id, unit HAVING sum(amount) <> 0
UNION ALL
  -- I02 No entry without lines, no lines without an entry.
  SELECT 'I02', 'ERROR', coalesce(e.id, l.entry_id), CASE WHEN e.id IS NULL THEN 'lines without an entry' ELSE 'no lines' END
  FROM entry e FULL JOIN (SELECT DISTINCT entry_id FROM line) l ON l.entry_id = e.id WHERE e.id IS NULL OR l.entry_id IS NULL
UNION ALL
  -- I13 What an entry is about began in its own cycle or before.
  SELECT 'I13', 'ERROR', e.id, format('of cycle %s, posted in cycle %s', coalesce(o.seq::text, 'unknown'), coalesce(c.seq::text, 'unknown'))
  FROM entry e LEFT JOIN cycle c ON c.id = e.cycle_id LEFT JOIN cycle o ON o.id = e.origin_cycle_id
  WHERE o.seq <= c.seq IS NOT TRUE
UNION ALL
  -- B10 Every entry is part of a deed.
  SELECT 'B10', 'ERROR', e.id, 'no deed ' || e.deed_id FROM entry e LEFT JOIN deed d ON d.id = e.deed_id WHERE d.id IS NULL
UNION ALL
  -- B10 A deed leaves a trace; one that moved nothing only holds its key.
  SELECT 'B10', 'WARNING', d.id, d.kind || ' moved nothing' FROM deed d
  WHERE NOT EXISTS (SELECT FROM entry e WHERE e.deed_id = d.id)
    AND NOT EXISTS (SELECT FROM purchase p WHERE p.deed_id = d.id)
    AND NOT EXISTS (SELECT FROM purchase_return r WHERE r.deed_id = d.id)
    AND NOT EXISTS (SELECT FROM counter_change c WHERE c.deed_id = d.id)
UNION ALL
  -- B13 Lines stand in the cycle of their entry, and in points or the programme's currency.
  SELECT 'B13', 'ERROR', l.entry_id, format('line %s is in cycle %s and counts %s', l.seq, l.cycle_id, l.unit)
  FROM line l JOIN entry e ON e.id = l.entry_id CROSS JOIN programme p
  WHERE l.cycle_id <> e.cycle_id OR l.unit NOT IN ('PTS', p.currency);

-- ── Lots: points from one source ────────────────────────────────────────────────────────────────────────────────────

CREATE VIEW broken_lots (rule, severity, key, detail) AS
  -- I03 No bucket of a lot was ever below zero, at any moment of the log.
  SELECT DISTINCT ON (lot_id) 'I03', 'ERROR', lot_id, format('%s fell to %s at entry %s', account, balance, entry_id)
  FROM (
    SELECT account, lot_id, entry_id, ord, -sum(amount) OVER (PARTITION BY account, owner_id, lot_id ORDER BY ord) AS balance
    FROM posted_line WHERE account IN ('PENDING', 'AVAIL', 'RESERVED')
  ) running WHERE balance < 0
UNION ALL
  -- I04 Issued = held + redeemed + expired + clawed back, per root lot and its children. Only debt recovery crosses lots.
  SELECT 'I04', 'ERROR', t.root_lot_id, format('%s points are unaccounted for', sum(l.amount))
  FROM posted_line l JOIN lot t ON t.id = l.lot_id WHERE l.event <> 'DEBT_RECOVERY'
  GROUP BY t.root_lot_id HAVING sum(l.amount) <> 0
UNION ALL
  -- B03 A lot's buckets are the sums of its lines.
  SELECT 'B03', 'ERROR', coalesce(t.id, s.lot_id), format('pending %s, available %s, reserved %s, expired %s, clawed back %s by the lines',
    s.pending, s.available, s.reserved, s.expired, s.clawed_back)
  FROM lot t FULL JOIN (
    SELECT lot_id,
      coalesce(-sum(amount) FILTER (WHERE account = 'PENDING'), 0) AS pending,
      coalesce(-sum(amount) FILTER (WHERE account = 'AVAIL'), 0) AS available,
      coalesce(-sum(amount) FILTER (WHERE account = 'RESERVED'), 0) AS reserved,
      coalesce(-sum(amount) FILTER (WHERE account = 'EXPIRED'), 0) AS expired,
      coalesce(-sum(amount) FILTER (WHERE account = 'CLAWBACK'), 0) AS clawed_back
    FROM line WHERE lot_id IS NOT NULL GROUP BY lot_id
  ) s ON s.lot_id = t.id
  WHERE (t.pending, t.available, t.reserved, t.expired, t.clawed_back)
    IS DISTINCT FROM (s.pending, s.available, s.reserved, s.expired, s.clawed_back)
UNION ALL
  -- B04 A lot began with its original points.
  SELECT 'B04', 'ERROR', t.id, format('began with %s points, not %s', began.points, t.original)
  FROM lot t JOIN (
    SELECT lot_id, -sum(amount) AS points FROM (
      SELECT lot_id, amount, rank() OVER (PARTITION BY lot_id ORDER BY ord) AS nth
      FROM posted_line WHERE account IN ('PENDING', 'AVAIL', 'RESERVED')
    ) held WHERE nth = 1 GROUP BY lot_id
  ) began ON began.lot_id = t.id WHERE began.points <> t.original
UNION ALL
  -- B04 A child lot keeps its parent's issuer, price, funding, pack and root.
  SELECT 'B04', 'ERROR', c.id, 'differs from its parent ' || c.parent_lot_id
  FROM lot c LEFT JOIN lot p ON p.id = c.parent_lot_id WHERE c.parent_lot_id IS NOT NULL
    AND (p.issuer_id, p.issue_rate_e6, p.funded_rate_e6, p.funding, p.pack_id, p.root_lot_id)
      IS DISTINCT FROM (c.issuer_id, c.issue_rate_e6, c.funded_rate_e6, c.funding, c.pack_id, c.root_lot_id)
UNION ALL
  -- B05 Whoever holds points of a lot is its member, also after a merge.
  SELECT 'B05', 'ERROR', t.id, format('%s holds %s points of it', h.owner_id, h.points)
  FROM (
    SELECT lot_id, owner_id, account, -sum(amount) AS points FROM line WHERE account IN ('PENDING', 'AVAIL', 'RESERVED')
    GROUP BY 1, 2, 3 HAVING sum(amount) <> 0
  ) h JOIN lot t ON t.id = h.lot_id WHERE t.member_id <> h.owner_id
UNION ALL
  -- B06 What is reserved of a lot is pinned by open reservations, point for point.
  SELECT 'B06', 'ERROR', coalesce(t.id, p.lot_id), format('%s reserved, %s pinned', coalesce(t.reserved, 0), coalesce(p.pinned, 0))
  FROM (SELECT id, reserved FROM lot WHERE reserved <> 0) t FULL JOIN (
    SELECT s.lot_id, sum(s.pinned) AS pinned FROM burn b JOIN burn_slice s ON s.burn_id = b.id
    WHERE b.state = 'RESERVED' GROUP BY 1
  ) p ON p.lot_id = t.id WHERE t.reserved IS DISTINCT FROM p.pinned;

-- Points that members hold, lot by lot, by the lines. What was once available is paid for, also when it is blocked.
CREATE VIEW held_lot AS
  SELECT t.id, t.issuer_id, t.pack_id, t.funded_rate_e6, t.available_at, -sum(l.amount) AS points
  FROM line l JOIN lot t ON t.id = l.lot_id WHERE l.account IN ('PENDING', 'AVAIL', 'RESERVED') GROUP BY t.id;

-- What each entry took from spendable lots, by choice of the ledger: reservations, transfers and repaid debts.
CREATE VIEW spent_line AS
  SELECT l.ord, l.entry_id, l.deed_id, l.event, l.occurred_at, l.owner_id, l.lot_id, coalesce(t.expires_at, 'infinity') AS expires_at,
    coalesce(t.available_at, 'infinity') AS available_at
  FROM posted_line l JOIN lot t ON t.id = l.lot_id
  WHERE l.event IN ('RESERVE', 'TRANSFER', 'DEBT_RECOVERY') AND l.account = 'AVAIL' AND l.amount > 0;

CREATE VIEW broken_spending (rule, severity, key, detail) AS
  -- I16 Nothing is spent from an expired lot.
  SELECT 'I16', 'ERROR', entry_id, format('lot %s had expired on %s', lot_id, expires_at)
  FROM spent_line WHERE expires_at <= occurred_at
UNION ALL
  -- I17 First to expire is spent first: nothing is left in an earlier lot when a later one is taken from. What a pool gives
  -- back is named: it is what the leaver put in.
  SELECT 'I17', 'ERROR', s.entry_id, format('lot %s was spent, %s points were left in %s', s.lot_id, held.balance, held.lot_id)
  FROM (
    SELECT DISTINCT ON (ord) * FROM spent_line l
    WHERE NOT EXISTS (SELECT FROM deed d WHERE d.id = l.deed_id AND d.kind = 'giveBackFromPool' AND l.event = 'TRANSFER')
    ORDER BY ord, expires_at DESC, available_at DESC, lot_id COLLATE "C" DESC
  ) s
  JOIN (
    -- How much of each lot its holder could spend, from one entry to the next.
    SELECT b.owner_id, b.lot_id, b.balance, b.since, b.until, coalesce(t.expires_at, 'infinity') AS expires_at,
      coalesce(t.available_at, 'infinity') AS available_at
    FROM (
      SELECT owner_id, lot_id, ord AS since, -sum(amount) OVER moves AS balance,
        lead(ord, 1, 9223372036854775807) OVER moves AS until
      FROM (SELECT owner_id, lot_id, ord, sum(amount) AS amount FROM posted_line WHERE account = 'AVAIL' GROUP BY 1, 2, 3) l
      WINDOW moves AS (PARTITION BY owner_id, lot_id ORDER BY ord)
    ) b JOIN lot t ON t.id = b.lot_id WHERE b.balance > 0
  ) held ON held.owner_id = s.owner_id AND held.since <= s.ord AND s.ord < held.until AND held.expires_at > s.occurred_at
    AND (held.expires_at, held.available_at, held.lot_id COLLATE "C") < (s.expires_at, s.available_at, s.lot_id COLLATE "C");

-- ── Wallets ─────────────────────────────────────────────────────────────────────────────────────────────────────────

CREATE VIEW broken_wallets (rule, severity, key, detail) AS
  -- B01 A wallet is the sum of its member's lines.
  SELECT 'B01', 'ERROR', coalesce(w.member_id, s.owner_id), format('pending %s, available %s, reserved %s, debt %s by the lines',
    s.pending, s.available, s.reserved, s.debt)
  FROM wallet w FULL JOIN (
    SELECT owner_id,
      coalesce(-sum(amount) FILTER (WHERE account = 'PENDING'), 0) AS pending,
      coalesce(-sum(amount) FILTER (WHERE account = 'AVAIL'), 0) AS available,
      coalesce(-sum(amount) FILTER (WHERE account = 'RESERVED'), 0) AS reserved,
      coalesce(sum(amount) FILTER (WHERE account = 'DEBT'), 0) AS debt
    FROM line WHERE account IN ('PENDING', 'AVAIL', 'RESERVED', 'DEBT') GROUP BY owner_id
  ) s ON s.owner_id = w.member_id
  WHERE (w.pending, w.available, w.reserved, w.debt) IS DISTINCT FROM
    (coalesce(s.pending, 0), coalesce(s.available, 0), coalesce(s.reserved, 0), coalesce(s.debt, 0))
UNION ALL
  -- B02 A wallet's history is numbered without gaps, and its balances follow from its changes.
  SELECT 'B02', 'ERROR', member_id, format('change %s does not follow', version)
  FROM (
    SELECT *, row_number() OVER mine AS nth, sum(available) OVER mine AS available_sum, sum(pending) OVER mine AS pending_sum
    FROM wallet_change WINDOW mine AS (PARTITION BY member_id ORDER BY version)
  ) h WHERE version <> nth OR available_after <> available_sum OR pending_after <> pending_sum
UNION ALL
  -- B02 The history ends where the wallet stands.
  SELECT 'B02', 'ERROR', w.member_id, format('version %s after %s changes', w.version, count(h.version))
  FROM wallet w LEFT JOIN wallet_change h USING (member_id) GROUP BY w.member_id HAVING count(h.version) <> w.version
UNION ALL
  -- B02 Each change is what its entry did to the wallet.
  SELECT 'B02', 'ERROR', coalesce(h.member_id, s.owner_id), 'the history tells entry ' || coalesce(h.entry_id, s.entry_id) || ' otherwise'
  FROM wallet_change h FULL JOIN (
    SELECT owner_id, entry_id,
      coalesce(-sum(amount) FILTER (WHERE account = 'PENDING'), 0) AS pending,
      coalesce(-sum(amount) FILTER (WHERE account = 'AVAIL'), 0) AS available,
      coalesce(-sum(amount) FILTER (WHERE account = 'RESERVED'), 0) AS reserved,
      coalesce(sum(amount) FILTER (WHERE account = 'DEBT'), 0) AS debt
    FROM line WHERE account IN ('PENDING', 'AVAIL', 'RESERVED', 'DEBT') GROUP BY 1, 2
  ) s ON s.owner_id = h.member_id AND s.entry_id = h.entry_id
  WHERE (h.pending, h.available, h.reserved, h.debt) IS DISTINCT FROM (s.pending, s.available, s.reserved, s.debt)
UNION ALL
  -- I05 What a member owes by the ledger is what the open debts say, lot by lot.
  SELECT 'I05', 'ERROR', coalesce(l.owner_id, d.member_id), format('lot %s: %s owed by the lines, %s by the debts',
    coalesce(l.lot_id, d.lot_id), coalesce(l.points, 0), coalesce(d.points, 0))
  FROM (SELECT owner_id, lot_id, sum(amount) AS points FROM line WHERE account = 'DEBT' GROUP BY 1, 2 HAVING sum(amount) <> 0) l
  FULL JOIN (SELECT member_id, lot_id, sum(points - recovered) AS points FROM member_debt WHERE recovered < points GROUP BY 1, 2) d
    ON d.member_id = l.owner_id AND d.lot_id = l.lot_id
  WHERE l.points IS DISTINCT FROM d.points;

-- ── Redemptions: who pays for which points ──────────────────────────────────────────────────────────────────────────

-- With the MARGIN_FREE policy a partner's own points spent at itself are paid at their issue price.
CREATE VIEW priced_slice AS
  SELECT s.*, b.redeemer_id, b.state, s.points - s.restored AS kept,
    CASE WHEN b.on_us_policy = 'MARGIN_FREE' AND s.issuer_id = b.redeemer_id THEN s.issue_rate_e6 ELSE b.redeem_rate_e6 END AS paid_rate_e6
  FROM burn_slice s JOIN burn b ON b.id = s.burn_id;

CREATE VIEW broken_redemptions (rule, severity, key, detail) AS
  -- I06 The slices of a redemption are what was captured, and what its lines say is redeemed is what was not returned.
  SELECT 'I06', 'ERROR', b.id, format('captured %s, slices %s; kept %s, redeemed by the lines %s', b.captured,
    coalesce(s.points, 0), coalesce(s.kept, 0), coalesce(l.points, 0))
  FROM burn b
  LEFT JOIN (SELECT burn_id, sum(points) AS points, sum(kept) AS kept FROM priced_slice GROUP BY 1) s ON s.burn_id = b.id
  LEFT JOIN (SELECT burn_id, -sum(amount) AS points FROM posted_line WHERE account = 'REDEEMED' GROUP BY 1) l ON l.burn_id = b.id
  WHERE b.captured <> coalesce(s.points, 0) OR coalesce(s.kept, 0) <> coalesce(l.points, 0)
UNION ALL
  -- I07 Margin is issue price less redeem price of the points kept, redemption by redemption; and of debts repaid.
  SELECT 'I07', 'ERROR', coalesce(due.key, had.key), format('%s booked, %s by the slices', coalesce(had.e6, 0), coalesce(due.e6, 0))
  FROM (
    SELECT burn_id AS key, sum(kept * (issue_rate_e6 - paid_rate_e6)) AS e6 FROM priced_slice WHERE state = 'CAPTURED' GROUP BY 1
    UNION ALL
    SELECT l.entry_id, sum(l.amount * t.issue_rate_e6) FROM posted_line l JOIN lot t ON t.id = l.lot_id
    WHERE l.event = 'DEBT_RECOVERY' GROUP BY 1
  ) due
  FULL JOIN (
    SELECT coalesce(burn_id, entry_id) AS key, -sum(amount) AS e6 FROM posted_line WHERE account = 'MARGIN' AND event <> 'CORRECTION' GROUP BY 1
  ) had USING (key) WHERE coalesce(due.e6, 0) <> coalesce(had.e6, 0)
UNION ALL
  -- I08 An issuer's fund holds exactly what was paid into it for points that became available and are unspent.
  SELECT 'I08', 'ERROR', coalesce(f.issuer_id, p.issuer_id), format('%s in the fund, %s of points', coalesce(f.e6, 0), coalesce(p.e6, 0))
  FROM (SELECT owner_id AS issuer_id, -sum(amount) AS e6 FROM line WHERE account = 'FUND' GROUP BY 1) f
  FULL JOIN (
    SELECT issuer_id, sum(CASE WHEN available_at IS NULL THEN 0 ELSE points * funded_rate_e6 END) AS e6 FROM held_lot GROUP BY 1
  ) p USING (issuer_id) WHERE coalesce(f.e6, 0) <> coalesce(p.e6, 0)
UNION ALL
  -- I18 Points are not bought dearer than they were sold.
  SELECT 'I18', 'WARNING', burn_id, format('slice %s: sold at %s, bought at %s', seq, issue_rate_e6, paid_rate_e6)
  FROM priced_slice WHERE points > 0 AND issue_rate_e6 < paid_rate_e6
UNION ALL
  -- B07 A redemption's state and its slices tell the same story.
  SELECT 'B07', 'ERROR', b.id, format('%s with %s reserved, %s pinned, %s captured', b.state, b.reserved, coalesce(sum(s.pinned), 0), b.captured)
  FROM burn b LEFT JOIN burn_slice s ON s.burn_id = b.id GROUP BY b.id
  HAVING b.reserved <> coalesce(sum(s.pinned), 0) OR (b.state = 'CAPTURED') <> (b.cycle_id IS NOT NULL AND b.captured_at IS NOT NULL)
    OR (b.state <> 'CAPTURED' AND b.captured <> 0)
UNION ALL
  -- B07 A slice carries its lot's issuer, price and funding.
  SELECT 'B07', 'ERROR', s.burn_id, format('slice %s differs from lot %s', s.seq, s.lot_id)
  FROM burn_slice s LEFT JOIN lot t ON t.id = s.lot_id
  WHERE (t.issuer_id, t.issue_rate_e6, t.funded_rate_e6, t.funding)
    IS DISTINCT FROM (s.issuer_id, s.issue_rate_e6, s.funded_rate_e6, s.funding)
UNION ALL
  -- B08 Whose points are spent pays for them: its fund what was paid in, its position the rest, entry by entry.
  SELECT 'B08', 'ERROR', coalesce(due.entry_id, had.entry_id), format('%s pays %s, its points cost %s',
    coalesce(due.owner_id, had.owner_id), coalesce(had.e6, 0), coalesce(due.e6, 0))
  FROM (
    SELECT l.entry_id, t.issuer_id AS owner_id, part.account,
      sum(CASE l.account WHEN 'REDEEMED' THEN -l.amount ELSE l.amount END * part.rate_e6) AS e6
    FROM posted_line l JOIN lot t ON t.id = l.lot_id
    CROSS JOIN LATERAL (VALUES ('FUND'::account_kind, t.funded_rate_e6), ('POSITION', t.issue_rate_e6 - t.funded_rate_e6)) part (account, rate_e6)
    WHERE l.account = 'REDEEMED' OR (l.event = 'DEBT_RECOVERY' AND l.account = 'AVAIL') GROUP BY 1, 2, 3
  ) due
  FULL JOIN (
    SELECT entry_id, owner_id, account, sum(amount) AS e6 FROM posted_line
    WHERE section IN ('ISSUER_CHARGE', 'RETURN_ISSUER', 'DEBT_REPAID')
      -- A claim for money is upheld without points.
      OR (section = 'DISPUTE_UPHELD' AND EXISTS (SELECT FROM line r WHERE r.entry_id = posted_line.entry_id AND r.account = 'REDEEMED'))
      OR (account = 'FUND' AND event IN ('CAPTURE', 'BURN_RETURN', 'BURN_RETURN_LATE', 'DISPUTE_UPHELD', 'DEBT_RECOVERY'))
    GROUP BY 1, 2, 3
  ) had USING (entry_id, owner_id, account) WHERE coalesce(due.e6, 0) <> coalesce(had.e6, 0);

CREATE VIEW broken_packs (rule, severity, key, detail) AS
  -- I19 What a PREPAID issuer has paid for points that are not available yet: unissued at its packs, or pending.
  SELECT 'I19', 'ERROR', coalesce(l.owner_id, p.partner_id), format('%s prepaid, %s of points', coalesce(l.e6, 0), coalesce(p.e6, 0))
  FROM (SELECT owner_id, -sum(amount) AS e6 FROM line WHERE account = 'PREPAID' GROUP BY 1) l
  FULL JOIN (
    SELECT partner_id, sum(e6) AS e6 FROM (
      SELECT partner_id, (points - issued) * price_e6 AS e6 FROM prepaid_pack
      UNION ALL SELECT issuer_id, points * funded_rate_e6 FROM held_lot WHERE pack_id IS NOT NULL AND available_at IS NULL
    ) parts GROUP BY 1
  ) p ON p.partner_id = l.owner_id WHERE coalesce(l.e6, 0) <> coalesce(p.e6, 0)
UNION ALL
  -- B16 What a pack was used for is what its lots took and did not bring back unspent.
  SELECT 'B16', 'ERROR', k.id, format('%s of %s issued, %s by the lines', k.issued, k.points, coalesce(l.points, 0))
  FROM prepaid_pack k LEFT JOIN (
    SELECT t.pack_id, sum(l.amount) AS points FROM posted_line l JOIN lot t ON t.id = l.lot_id
    WHERE t.pack_id IS NOT NULL AND (l.account IN ('ISSUED', 'CLAWBACK') OR (l.account = 'DEBT' AND l.event = 'CLAWBACK')) GROUP BY 1
  ) l ON l.pack_id = k.id WHERE k.issued <> coalesce(l.points, 0)
UNION ALL
  -- B16 A lot from a pack carries its issuer and price.
  SELECT 'B16', 'ERROR', t.id, 'differs from its pack ' || t.pack_id
  FROM lot t LEFT JOIN prepaid_pack k ON k.id = t.pack_id
  WHERE t.pack_id IS NOT NULL AND (k.partner_id, k.price_e6) IS DISTINCT FROM (t.issuer_id, t.issue_rate_e6);

-- ── Receipts ────────────────────────────────────────────────────────────────────────────────────────────────────────

CREATE VIEW broken_receipts (rule, severity, key, detail) AS
  -- B11 A receipt's points are the ones its deed issued and redeemed.
  SELECT 'B11', 'ERROR', p.id, format('earned %s and spent %s on paper, %s and %s by the lines', p.points_earned, p.points_spent,
    coalesce(l.earned, 0), coalesce(l.spent, 0))
  FROM purchase p LEFT JOIN (
    SELECT deed_id, sum(amount) FILTER (WHERE account = 'ISSUED') AS earned, -sum(amount) FILTER (WHERE account = 'REDEEMED') AS spent
    FROM posted_line WHERE account IN ('ISSUED', 'REDEEMED') GROUP BY 1
  ) l USING (deed_id) WHERE p.points_earned <> coalesce(l.earned, 0) OR p.points_spent <> coalesce(l.spent, 0)
UNION ALL
  -- B12 A return restores what it says, and takes back no more than it says: lapsed points are not claimed.
  SELECT 'B12', 'ERROR', r.id, format('restored %s and clawed back %s on paper, %s and %s by the lines', r.points_restored, r.points_clawed,
    coalesce(l.restored, 0), coalesce(l.clawed, 0))
  FROM purchase_return r LEFT JOIN (
    SELECT deed_id, sum(amount) FILTER (WHERE account = 'REDEEMED') AS restored, -sum(amount) FILTER (WHERE account = 'CLAWBACK') AS clawed
    FROM posted_line WHERE account IN ('REDEEMED', 'CLAWBACK') GROUP BY 1
  ) l USING (deed_id) WHERE r.points_restored <> coalesce(l.restored, 0) OR r.points_clawed < coalesce(l.clawed, 0)
UNION ALL
  -- B20 What others pay of a receipt's discounts, or get back, is what its deed moved to whoever gave them.
  SELECT 'B20', 'ERROR', r.id, format('%s on paper, %s by the lines', r.funded_e6, coalesce(l.e6, 0))
  FROM (SELECT id, deed_id, funded_e6 FROM purchase UNION ALL SELECT id, deed_id, -funded_e6 FROM purchase_return) r
  LEFT JOIN (
    SELECT deed_id, -sum(amount) AS e6 FROM posted_line WHERE section IN ('DISCOUNT_CREDIT', 'RETURN_DISCOUNT_CREDIT') GROUP BY 1
  ) l USING (deed_id) WHERE r.funded_e6 <> coalesce(l.e6, 0)
UNION ALL
  -- B20 Nobody gets back more of a discount than it paid for it, nor gives back more than it got.
  SELECT 'B20', 'ERROR', purchase_id, format('%s of %s is over by %s', account, coalesce(nullif(owner_id, ''), 'the operator'), abs(sum(amount)))
  FROM (
    SELECT e.purchase_id, l.account, l.owner_id, l.amount, section LIKE '%CREDIT' IS TRUE AS credited
    FROM line l JOIN entry e ON e.id = l.entry_id WHERE e.event IN ('DISCOUNT', 'DISCOUNT_RETURN')
  ) d GROUP BY purchase_id, account, owner_id, credited HAVING CASE WHEN credited THEN sum(amount) > 0 ELSE sum(amount) < 0 END
UNION ALL
  -- B17 A counter stands at what deeds took from it, less what they gave back.
  SELECT 'B17', 'ERROR', coalesce(c.id, s.counter_id), format('stands at %s, deeds took %s', coalesce(c.value, 0), coalesce(s.taken, 0))
  FROM counter c FULL JOIN (SELECT counter_id, sum(taken) AS taken FROM counter_change GROUP BY 1) s ON s.counter_id = c.id
  WHERE coalesce(c.value, 0) <> coalesce(s.taken, 0)
UNION ALL
  -- B18 What a member did on a day is what the receipts of the day say, less what came back of them.
  SELECT 'B18', 'ERROR', format('%s at %s on %s', coalesce(m.member_id, s.member_id), coalesce(m.partner_id, s.partner_id), coalesce(m.day, s.day)),
    format('%s spent in %s visits for %s points, %s in %s for %s by the receipts', m.spend_e6, m.visits, m.points, s.spend_e6, s.visits, s.points)
  FROM member_day m FULL JOIN (
    SELECT p.member_id, p.partner_id, p.business_date AS day, sum(p.paid_e6 - coalesce(r.paid_e6, 0)) AS spend_e6,
      count(*) - sum(coalesce(r.ended, 0)) AS visits, sum(p.points_earned - coalesce(r.clawed, 0)) AS points
    FROM purchase p LEFT JOIN (
      SELECT purchase_id, sum(paid_e6) AS paid_e6, count(*) FILTER (WHERE last) AS ended, sum(points_clawed) AS clawed
      FROM purchase_return GROUP BY 1
    ) r ON r.purchase_id = p.id GROUP BY 1, 2, 3
  ) s ON s.member_id = m.member_id AND s.partner_id = m.partner_id AND s.day = m.day
  WHERE (m.spend_e6, m.visits, m.points) IS DISTINCT FROM (s.spend_e6, s.visits, s.points);

-- ── Clearing and settlement ─────────────────────────────────────────────────────────────────────────────────────────

-- One minor unit of the currency in millionths.
CREATE VIEW minor_unit AS SELECT (10 ^ (6 - minor_digits))::bigint AS e6 FROM programme;

CREATE VIEW broken_clearing (rule, severity, key, detail) AS
  -- I09 An obligation is everything on the position up to and including its cycle, less what was netted before.
  SELECT 'I09', 'ERROR', coalesce(obligation_id, partner_id), format('cycle %s: position %s, obligation %s', seq, position_e6, net_e6)
  FROM (
    SELECT partner_id, seq, state, obligation_id, net_e6, gross_debit_e6, debit,
      sum(own) OVER (PARTITION BY partner_id ORDER BY seq)
        + coalesce(sum(net) OVER (PARTITION BY partner_id ORDER BY seq ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS position_e6
    FROM (
      SELECT coalesce(l.owner_id, o.partner_id) AS partner_id, coalesce(l.cycle_id, o.cycle_id) AS cycle_id,
        coalesce(l.own, 0) AS own, coalesce(l.debit, 0) AS debit, coalesce(l.net, 0) AS net, o.id AS obligation_id, o.net_e6, o.gross_debit_e6
      FROM (
        SELECT owner_id, cycle_id, sum(amount) FILTER (WHERE section <> 'NET') AS own,
          sum(amount) FILTER (WHERE section <> 'NET' AND amount > 0) AS debit, sum(amount) FILTER (WHERE section = 'NET') AS net
        FROM line WHERE account = 'POSITION' GROUP BY 1, 2
      ) l
      FULL JOIN (SELECT * FROM obligation WHERE state <> 'SUPERSEDED') o ON o.partner_id = l.owner_id AND o.cycle_id = l.cycle_id
    ) steps JOIN cycle c ON c.id = steps.cycle_id
  ) run WHERE state NOT IN ('OPEN', 'CLOSING', 'CORRECTING') AND (coalesce(net_e6, 0) <> position_e6 OR gross_debit_e6 <> debit)
UNION ALL
  -- I10 Netting posts exactly the obligations, from the position to the due.
  SELECT 'I10', 'ERROR', coalesce(l.cycle_id, o.cycle_id) || ' ' || coalesce(l.owner_id, o.partner_id),
    format('netted %s, due %s, obligation %s', coalesce(l.position_e6, 0), coalesce(l.due_e6, 0), coalesce(o.e6, 0))
  FROM (
    SELECT cycle_id, owner_id, coalesce(-sum(amount) FILTER (WHERE account = 'POSITION'), 0) AS position_e6,
      coalesce(sum(amount) FILTER (WHERE account = 'DUE'), 0) AS due_e6
    FROM posted_line WHERE event IN ('NET', 'NET_REVERSED') GROUP BY 1, 2
  ) l FULL JOIN (
    SELECT cycle_id, partner_id, amount_minor * e6 AS e6 FROM obligation CROSS JOIN minor_unit WHERE state <> 'SUPERSEDED'
  ) o ON o.cycle_id = l.cycle_id AND o.partner_id = l.owner_id
  JOIN cycle c ON c.id = coalesce(l.cycle_id, o.cycle_id) AND c.state NOT IN ('OPEN', 'CLOSING', 'CORRECTING')
  WHERE coalesce(l.position_e6, 0) <> coalesce(o.e6, 0) OR coalesce(l.due_e6, 0) <> coalesce(o.e6, 0)
UNION ALL
  -- I10 An obligation is whole minor units plus a carry of less than one, on the same side.
  SELECT 'I10', 'ERROR', id, format('net %s is not %s minor units and %s', net_e6, amount_minor, carried_e6)
  FROM obligation CROSS JOIN minor_unit
  WHERE net_e6 <> amount_minor * e6 + carried_e6 OR abs(carried_e6) >= e6 OR sign(amount_minor) * sign(net_e6) < 0 OR sign(carried_e6) * sign(net_e6) < 0
    OR net_e6 <> opening_e6 + gross_debit_e6 - gross_credit_e6
UNION ALL
  -- I11 A partner with nothing left to settle is owed nothing and owes nothing.
  SELECT 'I11', 'ERROR', l.owner_id, format('%s %s is left', l.account, sum(l.amount))
  FROM line l WHERE l.account IN ('DUE', 'DEFAULTED')
    AND NOT EXISTS (SELECT FROM obligation o WHERE o.partner_id = l.owner_id
      AND o.state NOT IN ('NIL', 'SETTLED', 'COVERED', 'RECOVERED', 'SUPERSEDED'))
    AND NOT EXISTS (SELECT FROM cycle WHERE state IN ('CLOSING', 'CORRECTING'))
  GROUP BY l.owner_id, l.account HAVING sum(l.amount) <> 0
UNION ALL
  -- I11 When every cycle is settled, no money is on its way, no receipt waits for its owner, no debit for its reason.
  SELECT 'I11', CASE account WHEN 'IN_TRANSIT' THEN 'ERROR' ELSE 'WARNING' END, account::text, format('%s is left', sum(amount))
  FROM line WHERE account IN ('IN_TRANSIT', 'UNAPPLIED', 'UNEXPLAINED')
    AND NOT EXISTS (SELECT FROM cycle WHERE state NOT IN ('OPEN', 'SETTLED', 'SETTLED_WITH_DEFAULT'))
  GROUP BY account HAVING sum(amount) <> 0
UNION ALL
  -- B14 A published statement ends in its obligation's net.
  SELECT 'B14', 'ERROR', s.id, format('position %s, obligation %s', s.position_e6, coalesce(o.net_e6::text, 'missing'))
  FROM statement s LEFT JOIN obligation o ON o.cycle_id = s.cycle_id AND o.partner_id = s.partner_id AND o.version = s.version
  WHERE o.net_e6 IS DISTINCT FROM s.position_e6
UNION ALL
  -- B15 Cycles follow each other without gap or overlap, and the last one is open.
  SELECT 'B15', 'ERROR', id, format('cycle %s is %s and begins at %s', seq, state, opens_at)
  FROM (
    SELECT *, lag(seq) OVER w AS seq_before, lag(cutoff_at) OVER w AS cutoff_before, lead(seq) OVER w AS seq_after
    FROM cycle WINDOW w AS (ORDER BY seq)
  ) c WHERE seq <> seq_before + 1 OR opens_at <> cutoff_before OR cutoff_at <= opens_at OR (state = 'OPEN') <> (seq_after IS NULL);

-- What each deed booked at a bank account, and what the bank's own lines show of it.
CREATE VIEW booked_at_bank AS
  SELECT deed_id, CASE account WHEN 'BANK_COLLATERAL' THEN 'COLLATERAL' ELSE 'SETTLEMENT' END AS bank_account, sum(amount) AS e6,
    min(occurred_at) AS occurred_at
  FROM posted_line WHERE account IN ('BANK_SETTLEMENT', 'BANK_COLLATERAL') GROUP BY 1, 2;
CREATE VIEW shown_line AS
  SELECT min(b.id) AS id, coalesce(e.deed_id, b.id) AS deed_id, b.bank_account, sum(b.amount_e6) AS amount_e6
  FROM bank_line b LEFT JOIN entry e ON e.id = b.entry_id LEFT JOIN bank_statement s ON s.id = b.statement_id
  WHERE b.entry_id IS NOT NULL OR b.statement_id IS NULL OR s.finished_at IS NOT NULL GROUP BY 2, 3;

CREATE VIEW broken_money (rule, severity, key, detail) AS
  -- I12 Segregated cash is what is owed back to partners, plus what defaults used and was not yet drawn, less what
  -- recoveries repaid and was not yet refilled.
  SELECT 'I12', 'ERROR', 'BANK_COLLATERAL', format('%s in the bank, %s owed back, %s used and not drawn, %s repaid and not refilled',
    bank, owed, undrawn, unfilled)
  FROM (
    SELECT coalesce(sum(amount) FILTER (WHERE account = 'BANK_COLLATERAL'), 0) AS bank,
      coalesce(-sum(amount) FILTER (WHERE account <> 'BANK_COLLATERAL'), 0) AS owed,
      coalesce(sum(amount) FILTER (WHERE (event = 'DEFAULT_WATERFALL' AND account <> 'BANK_COLLATERAL')
        OR (event = 'COLLATERAL_DRAWN' AND account = 'BANK_COLLATERAL')), 0) AS undrawn,
      coalesce(-sum(amount) FILTER (WHERE (event = 'RECOVERY' AND account <> 'BANK_COLLATERAL')
        OR (event = 'COLLATERAL_REFILLED' AND account = 'BANK_COLLATERAL')), 0) AS unfilled
    FROM posted_line WHERE account IN ('BANK_COLLATERAL', 'COLLATERAL', 'LOSS_POOL')
  ) s WHERE bank <> owed + undrawn - unfilled OR undrawn < 0 OR unfilled < 0
UNION ALL
  -- I12 What the operator owes never became what it is owed, at any moment of the log.
  SELECT DISTINCT ON (account, owner_id) 'I12', 'ERROR', concat_ws(':', account, nullif(owner_id, '')), format('became %s at entry %s', balance, entry_id)
  FROM (
    SELECT account, owner_id, entry_id, sum(amount) OVER (PARTITION BY account, owner_id ORDER BY ord) AS balance
    FROM posted_line WHERE account IN ('FUND', 'PREPAID', 'COLLATERAL', 'LOSS_POOL', 'UNAPPLIED', 'DISPUTE_HOLD', 'IN_TRANSIT')
  ) running WHERE balance > 0
UNION ALL
  -- I14 Every line of the settlement account is explained by one deed that booked the same amount.
  SELECT 'I14', 'ERROR', b.id, format('the bank booked %s, the ledger %s', b.amount_e6, coalesce(l.e6::text, 'nothing'))
  FROM shown_line b LEFT JOIN booked_at_bank l USING (deed_id, bank_account)
  WHERE b.bank_account = 'SETTLEMENT' AND l.e6 IS DISTINCT FROM b.amount_e6
UNION ALL
  -- I14 So is every line of the segregated account, where a deed may show in several lines: never more than it booked.
  SELECT 'I14', 'ERROR', b.id, format('the bank booked %s, the ledger %s', b.amount_e6, coalesce(l.e6::text, 'nothing'))
  FROM shown_line b LEFT JOIN booked_at_bank l USING (deed_id, bank_account)
  WHERE b.bank_account <> 'SETTLEMENT' AND (l.e6 IS NULL OR abs(b.amount_e6) > abs(l.e6) OR sign(b.amount_e6) * sign(l.e6) < 0)
UNION ALL
  -- I14 Once bank lines are kept, the ledger books no receipt or payment that the bank has not.
  SELECT 'I14', 'WARNING', l.entry_id, format('%s of %s without a bank line', l.event, l.amount)
  FROM posted_line l WHERE l.account = 'BANK_SETTLEMENT' AND l.event IN ('PAY_IN', 'PAY_IN_PARTIAL', 'RECEIPT_UNMATCHED',
      'PAY_OUT_BOOKED', 'PAY_OUT_RETURNED', 'RECEIPT_RETURNED', 'BANK_CHARGE', 'DEBIT_UNEXPLAINED')
    AND EXISTS (SELECT FROM bank_line)
    AND NOT EXISTS (SELECT FROM bank_line b JOIN entry e ON e.id = b.entry_id WHERE e.deed_id = l.deed_id)
UNION ALL
  -- I14 A statement's lines lead from its opening to its closing balance.
  SELECT 'I14', 'ERROR', s.id, format('%s of %s lines, %s from %s to %s', count(b.id), s.line_count, coalesce(sum(b.amount_e6), 0),
    s.opening_e6, s.closing_e6)
  FROM bank_statement s LEFT JOIN bank_line b ON b.statement_id = s.id WHERE s.finished_at IS NOT NULL
  GROUP BY s.id HAVING count(b.id) <> s.line_count OR coalesce(sum(b.amount_e6), 0) <> s.closing_e6 - s.opening_e6
UNION ALL
  -- I14 Statements of an account follow each other without a gap.
  SELECT 'I14', 'ERROR', id, format('opens at %s, the one before closed at %s', opening_e6, closed_before)
  FROM (
    SELECT *, lag(closing_e6) OVER (PARTITION BY bank_account ORDER BY closed_on, id COLLATE "C") AS closed_before FROM bank_statement
  ) s WHERE opening_e6 <> closed_before
UNION ALL
  -- I14 The ledger's bank accounts stand where the last statement closes. Of the segregated one the ledger may be ahead:
  -- by what it booked since the first statement opened and no statement has shown yet.
  SELECT 'I14', 'ERROR', s.id, format('%s closes at %s, the ledger stands at %s', s.bank_account, s.closing_e6, coalesce(l.e6, 0) - coalesce(ahead.e6, 0))
  FROM (
    SELECT DISTINCT ON (bank_account) *, min(opened_on) OVER (PARTITION BY bank_account) AS first_opened_on,
      bool_or(finished_at IS NULL) OVER (PARTITION BY bank_account) AS being_imported
    FROM bank_statement ORDER BY bank_account, closed_on DESC, id COLLATE "C" DESC
  ) s
  LEFT JOIN (SELECT bank_account, sum(e6) AS e6 FROM booked_at_bank GROUP BY 1) l USING (bank_account)
  LEFT JOIN LATERAL (
    SELECT sum(d.e6 - coalesce(b.amount_e6, 0)) AS e6 FROM booked_at_bank d LEFT JOIN shown_line b USING (deed_id, bank_account)
    WHERE d.bank_account = s.bank_account AND d.bank_account <> 'SETTLEMENT' AND d.occurred_at >= s.first_opened_on
  ) ahead ON true
  WHERE NOT s.being_imported AND s.closing_e6 <> coalesce(l.e6, 0) - coalesce(ahead.e6, 0)
UNION ALL
  -- I14 A bank line that nobody can explain is not left lying. The books' own clock tells how long it has.
  SELECT 'I14', 'WARNING', r.id, format('%s %s since %s', r.other_value, lower(r.state::text), r.opened_at::date)
  FROM recon_item r CROSS JOIN programme p WHERE r.source = 'BANK' AND r.state IN ('NEW', 'SUGGESTED', 'BREAK', 'INVESTIGATING')
    AND r.opened_at < (SELECT max(posted_at) FROM entry) - make_interval(days => p.recon_window_days)
UNION ALL
  -- I15 An open dispute holds what it says; a decided one holds nothing.
  SELECT 'I15', 'ERROR', coalesce(d.id, l.owner_id), format('%s held by the lines, %s by the dispute (%s)', coalesce(l.e6, 0),
    coalesce(d.e6, 0), coalesce(d.state::text, 'unknown'))
  FROM (SELECT owner_id, -sum(amount) AS e6 FROM line WHERE account = 'DISPUTE_HOLD' GROUP BY 1) l
  FULL JOIN (SELECT id, state, CASE WHEN state IN ('RESOLVED', 'WITHDRAWN') THEN 0 ELSE held_e6 END AS e6 FROM dispute) d ON d.id = l.owner_id
  WHERE coalesce(l.e6, 0) <> coalesce(d.e6, 0)
UNION ALL
  -- I15 A decided dispute gave the claimant what it says, out of the hold.
  SELECT 'I15', 'ERROR', d.id, format('%s given by the lines, %s by the dispute', coalesce(l.e6, 0), d.upheld_e6)
  FROM dispute d LEFT JOIN (
    SELECT owner_id, sum(amount) AS e6 FROM posted_line WHERE account = 'DISPUTE_HOLD' AND event = 'DISPUTE_UPHELD' GROUP BY 1
  ) l ON l.owner_id = d.id WHERE d.state IN ('RESOLVED', 'WITHDRAWN') AND d.upheld_e6 <> coalesce(l.e6, 0)
UNION ALL
  -- B09 The exposure counters are the sums of the partner's lines.
  SELECT 'B09', 'ERROR', coalesce(x.partner_id, s.partner_id), format('position %s, due %s, outstanding %s, collateral %s, loss pool %s by the lines',
    s.position_e6, s.due_e6, s.outstanding_e6, s.collateral_e6, s.loss_pool_e6)
  FROM exposure x FULL JOIN (
    SELECT coalesce(t.issuer_id, l.owner_id) AS partner_id,
      coalesce(sum(l.amount) FILTER (WHERE l.account = 'POSITION'), 0) AS position_e6,
      coalesce(sum(l.amount) FILTER (WHERE l.account = 'DUE'), 0) AS due_e6,
      coalesce(sum(-l.amount * (t.issue_rate_e6 - t.funded_rate_e6)), 0) AS outstanding_e6,
      coalesce(-sum(l.amount) FILTER (WHERE l.account = 'COLLATERAL'), 0) AS collateral_e6,
      coalesce(-sum(l.amount) FILTER (WHERE l.account = 'LOSS_POOL'), 0) AS loss_pool_e6
    FROM line l LEFT JOIN lot t ON t.id = l.lot_id
    WHERE l.account IN ('POSITION', 'DUE', 'COLLATERAL', 'LOSS_POOL', 'PENDING', 'AVAIL', 'RESERVED') GROUP BY 1
  ) s ON s.partner_id = x.partner_id
  WHERE (coalesce(x.position_e6, 0), coalesce(x.due_e6, 0), coalesce(x.outstanding_e6, 0), coalesce(x.collateral_e6, 0), coalesce(x.loss_pool_e6, 0))
    IS DISTINCT FROM (coalesce(s.position_e6, 0), coalesce(s.due_e6, 0), coalesce(s.outstanding_e6, 0), coalesce(s.collateral_e6, 0),
      coalesce(s.loss_pool_e6, 0));

-- ── All rules ───────────────────────────────────────────────────────────────────────────────────────────────────────

CREATE VIEW books_invariants AS
  SELECT * FROM broken_entries
  UNION ALL SELECT * FROM broken_lots
  UNION ALL SELECT * FROM broken_spending
  UNION ALL SELECT * FROM broken_wallets
  UNION ALL SELECT * FROM broken_redemptions
  UNION ALL SELECT * FROM broken_packs
  UNION ALL SELECT * FROM broken_receipts
  UNION ALL SELECT * FROM broken_clearing
  UNION ALL SELECT * FROM broken_money
  UNION ALL SELECT * FROM broken_accounts UNION ALL SELECT * FROM broken_turnover;
