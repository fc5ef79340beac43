-- What the application tells a member of staff inside its own pages.
create table notice (
  id bigint not null primary key,
  version bigint not null,
  public_id varchar(22) not null,
  account_id bigint not null,
  icon varchar(20) not null,
  title varchar(300) not null,
  note varchar(300),
  link varchar(300),
  idempotency_key varchar(100) not null,
  made_at ${timestamp} not null,
  seen_at ${timestamp},
  constraint notice_public_id unique (public_id),
  constraint notice_once unique (idempotency_key),
  constraint notice_account foreign key (account_id) references account (id)
);
create index notice_account_made on notice (account_id, made_at, id);
create index notice_account_seen on notice (account_id, seen_at);

-- What was promised to a customer.
create table promise (
  id bigint not null primary key,
  version bigint not null,
  public_id varchar(22) not null,
  customer_id bigint not null,
  what varchar(500) not null,
  due_on date not null,
  owner_id bigint not null,
  team_id bigint,
  source varchar(20) not null,
  source_id varchar(22),
  note varchar(1000),
  state varchar(12) not null,
  settled_on date,
  settled_at ${timestamp},
  settled_by varchar(200),
  reason varchar(500),
  told_at ${timestamp},
  created_at ${timestamp} not null,
  created_by varchar(200) not null,
  constraint promise_public_id unique (public_id),
  constraint promise_customer foreign key (customer_id) references customer (id),
  constraint promise_owner foreign key (owner_id) references account (id),
  constraint promise_team foreign key (team_id) references team (id)
);
create index promise_customer_due on promise (customer_id, due_on, id);
create index promise_owner_due on promise (owner_id, due_on, id);
create index promise_team on promise (team_id);
create index promise_due on promise (state, due_on, id);
create index promise_source on promise (source_id);

-- What a member of staff or a team is going to do.
create table task (
  id bigint not null primary key,
  version bigint not null,
  public_id varchar(22) not null,
  customer_id bigint,
  title varchar(200) not null,
  note varchar(2000),
  priority integer not null,
  due_on date,
  due_at ${timestamp},
  timed ${boolean} not null,
  assignee_id bigint,
  team_id bigint,
  author_id bigint,
  state varchar(12) not null,
  remind_at ${timestamp},
  reminded_at ${timestamp},
  repeats varchar(12) not null,
  next_id bigint,
  origin varchar(20) not null,
  done_at ${timestamp},
  done_by varchar(200),
  created_at ${timestamp} not null,
  created_by varchar(200) not null,
  constraint task_public_id unique (public_id),
  constraint task_customer foreign key (customer_id) references customer (id),
  constraint task_assignee foreign key (assignee_id) references account (id),
  constraint task_author foreign key (author_id) references account (id),
  constraint task_team foreign key (team_id) references team (id)
);
create index task_customer on task (customer_id, state, due_at);
create index task_assignee on task (assignee_id, state, due_at);
create index task_team on task (team_id, state, due_at);
create index task_author on task (author_id, state);
create index task_reminder on task (state, remind_at);
