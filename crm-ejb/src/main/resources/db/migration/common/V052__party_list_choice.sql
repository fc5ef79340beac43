create table customer_list_choice (
  account_id bigint not null primary key,
  version bigint not null,
  list_columns varchar(400) not null,
  constraint customer_list_choice_account foreign key (account_id) references account (id)
);
