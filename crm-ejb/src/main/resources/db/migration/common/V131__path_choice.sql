-- A plan that was chosen for a customer below zero: what was to be done, and what it was to lead to.
create table path_choice (
  id bigint not null primary key,
  version bigint not null,
  public_id varchar(22) not null,
  customer_id bigint not null,
  calls_moved ${double} not null,
  monthly_fee ${double} not null,
  smallest_order ${double} not null,
  accepted ${double} not null,
  note varchar(1000),
  currency varchar(3) not null,
  as_of date not null,
  ltv_before ${double} not null,
  ltv_expected ${double} not null,
  calls_of_year integer not null,
  chosen_at ${timestamp} not null,
  chosen_by varchar(200) not null,
  ended_at ${timestamp},
  ended_by varchar(200),
  constraint path_choice_public_id unique (public_id),
  constraint path_choice_customer foreign key (customer_id) references customer (id)
);
create index path_choice_customer on path_choice (customer_id, chosen_at, id);
create index path_choice_open on path_choice (ended_at, customer_id);

-- What later figures said of it, one row a day of figures.
create table path_check (
  choice_id bigint not null,
  as_of date not null,
  ltv ${double},
  contribution numeric(19, 4) not null,
  constraint path_check_pk primary key (choice_id, as_of),
  constraint path_check_choice foreign key (choice_id) references path_choice (id)
);
