-- A telephone number that nobody proved is doubtful as an e-mail address is.
drop view customer_issue;

create view customer_issue (subject_id, issue) as
  select c.id, 'NO_EMAIL' from customer c where c.deleted_at is null and not exists
    (select 1 from contact_point p where p.customer_id = c.id and p.point_type = 'EMAIL')
  union all
  select c.id, 'NO_PHONE' from customer c where c.deleted_at is null and not exists
    (select 1 from contact_point p where p.customer_id = c.id and p.point_type = 'PHONE')
  union all
  select c.id, 'NO_ADDRESS' from customer c where c.deleted_at is null and not exists
    (select 1 from contact_point p where p.customer_id = c.id and p.point_type = 'POSTAL' and p.city is not null)
  union all
  select c.id, 'NO_TAX_ID' from customer c where c.deleted_at is null and c.tax_id_key is null
  union all
  select c.id, 'NO_LANGUAGE' from customer c where c.deleted_at is null and c.preferred_language is null
  union all
  select c.id, 'NO_BIRTH_DATE' from customer c where c.deleted_at is null and c.kind = 'PERSON' and c.birth_date is null
  union all
  select c.id, 'NO_SOURCE' from customer c where c.deleted_at is null and c.acquired_from is null
    and c.acquired_via is null
  union all
  select c.id, 'EMAIL_UNVERIFIED' from customer c where c.deleted_at is null and exists
    (select 1 from contact_point p where p.customer_id = c.id and p.point_type = 'EMAIL') and not exists
    (select 1 from contact_point p where p.customer_id = c.id and p.point_type = 'EMAIL' and p.verified_at is not null)
  union all
  select c.id, 'PHONE_UNVERIFIED' from customer c where c.deleted_at is null and exists
    (select 1 from contact_point p where p.customer_id = c.id and p.point_type = 'PHONE') and not exists
    (select 1 from contact_point p where p.customer_id = c.id and p.point_type = 'PHONE' and p.verified_at is not null)
  union all
  select c.id, 'STALE' from customer c where c.deleted_at is null
    and c.changed_at < (select h.stale_before from quality_horizon h)
  union all
  select c.id, 'DUPLICATE' from customer c where c.deleted_at is null and (exists
    (select 1 from duplicate_pair d where d.first_id = c.id and d.state = 'OPEN' and d.score >= 70) or exists
    (select 1 from duplicate_pair d where d.second_id = c.id and d.state = 'OPEN' and d.score >= 70));
