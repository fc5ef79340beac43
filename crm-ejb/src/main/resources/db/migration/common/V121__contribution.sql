-- What contacts cost, from a day on. A new version never changes what an older one counted before its day.
create table channel_tariff (
  id bigint not null primary key,
  version bigint not null,
  tariff_no integer not null,
  currency varchar(3) not null,
  valid_from date not null,
  changed_at ${timestamp} not null,
  changed_by varchar(200) not null,
  constraint channel_tariff_no unique (tariff_no)
);
create index channel_tariff_from on channel_tariff (valid_from, tariff_no);

create table channel_tariff_line (
  id bigint not null primary key,
  version bigint not null,
  tariff_id bigint not null,
  channel varchar(20) not null,
  per_contact numeric(19, 4) not null,
  per_minute numeric(19, 4) not null,
  at_once integer not null,
  constraint channel_tariff_line_tariff foreign key (tariff_id) references channel_tariff (id),
  constraint channel_tariff_line_channel unique (tariff_id, channel)
);
