-- Whoever has ten thousand entries is shown as fast as whoever has ten: the newest are the first of an index that holds
-- everything their order and their sums ask for, so rows are read only for what is shown.
drop index interaction_customer_time;
create index interaction_customer_time on interaction (customer_id, started_at desc, id desc, deleted_at, channel, direction, visibility, sentiment, ended_at);
drop index purchase_customer_at;
create index purchase_customer_at on purchase (customer_id, purchased_at desc, id desc, purchased_on, kind, currency, net_total, cost_total);
-- The story of a customer asks for some sorts of things, most of the trail is of others.
drop index audit_customer_time;
create index audit_customer_story on audit_entry (customer_id, entity, made_at, id);
drop index purchase_line_customer;
create index purchase_line_customer on purchase_line (customer_id, id desc);
-- The pairs that look most alike are looked at first.
drop index duplicate_pair_queue;
create index duplicate_pair_queue on duplicate_pair (state, score desc, id);
-- Since when the customer's last message waits for an answer; null where none does.
alter table last_contact add column waiting_since ${timestamp};
update last_contact set waiting_since = (
    select max(i.started_at) from interaction i where i.customer_id = last_contact.customer_id and i.channel = 'PORTAL'
      and i.visibility = 'CUSTOMER' and i.direction = 'IN' and i.deleted_at is null and not exists (
        select 1 from interaction j where j.customer_id = i.customer_id and j.channel = 'PORTAL'
          and j.visibility = 'CUSTOMER' and j.deleted_at is null
          and (j.started_at > i.started_at or (j.started_at = i.started_at and j.id > i.id))))
  where customer_id in (select m.customer_id from interaction m where m.channel = 'PORTAL');
create index last_contact_waiting on last_contact (waiting_since, customer_id);
