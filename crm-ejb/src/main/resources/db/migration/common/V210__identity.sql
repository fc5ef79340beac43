-- Roles in the portal are for organisations: whoever acts for a person decides everything for them.
update portal_membership set org_role = 'ADMIN'
  where org_role <> 'ADMIN' and customer_id in (select id from customer where kind = 'PERSON');
