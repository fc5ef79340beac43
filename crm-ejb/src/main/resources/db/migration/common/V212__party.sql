-- Links by which people prove that an e-mail address is theirs. Only hashes: of the secret, and of the secret together
-- with the address that it was sent to, so that a link never proves another address.
create table address_proof (
  id bigint not null primary key,
  version bigint not null,
  contact_point_id bigint not null,
  secret_hash varchar(64) not null,
  address_hash varchar(64) not null,
  asked_at ${timestamp} not null,
  expires_at ${timestamp} not null,
  closed_at ${timestamp},
  constraint address_proof_secret unique (secret_hash),
  constraint address_proof_point foreign key (contact_point_id) references contact_point (id) on delete cascade
);
create index address_proof_asked on address_proof (contact_point_id, asked_at);
