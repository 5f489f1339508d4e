-- Standard and derived books, how tiers work together, and what a unit costs at least and at most.

alter table ${table}price_book add column kind varchar(40) ${text} default 'CUSTOM' not null;
alter table ${table}price_book add column tax_included boolean default false not null;
alter table ${table}price_book add column pool varchar(40) ${text} default 'LINE' not null;
alter table ${table}price_book add column base_id ${id};
alter table ${table}price_book add column formula ${longtext};
-- the currency of an active standard book, so that the key leaves one of them
alter table ${table}price_book add column standard_mark varchar(3) ${text};
alter table ${table}price_book add constraint ${key}uq_price_book_standard unique (tenant_id, standard_mark);
alter table ${table}price_book add constraint ${key}fk_price_book_base foreign key (tenant_id, base_id)
    references ${table}price_book (tenant_id, id);
create index ${key}ix_price_book_base on ${table}price_book (tenant_id, base_id, id);

alter table ${table}price_entry add column tiering varchar(40) ${text} default 'VOLUME' not null;
alter table ${table}price_entry add column floor_price numeric(24, 6);
alter table ${table}price_entry add column ceiling_price numeric(24, 6);
