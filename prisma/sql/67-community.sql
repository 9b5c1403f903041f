-- A friend is brought by one advocate, and nobody lives in two households.
CREATE UNIQUE INDEX referral_friend ON referral (friend_id) WHERE state IN ('JOINED', 'REWARDED', 'TAKEN_BACK');
CREATE UNIQUE INDEX pool_member_place ON pool_member (pool_id, member_id) WHERE state IN ('INVITED', 'JOINED');
CREATE UNIQUE INDEX pool_member_household ON pool_member (member_id) WHERE state = 'JOINED' AND kind = 'HOUSEHOLD';
ALTER TABLE referral ADD CONSTRAINT referral_of_two CHECK (friend_id IS NULL OR friend_id <> advocate_id OR state = 'REFUSED');

-- One receipt is claimed once at a time, and never again once it gave points.
CREATE UNIQUE INDEX claim_receipt ON claim (partner_id, receipt_number, bought_on, kind)
  WHERE state IN ('WAITING', 'OVERDUE', 'CONFIRMED');

-- A member's counters, when two members become one.
CREATE INDEX counter_of_member ON counter (substring(id FROM 'mem_[0-9A-Z]{26}')) WHERE id LIKE '%mem\_%';
