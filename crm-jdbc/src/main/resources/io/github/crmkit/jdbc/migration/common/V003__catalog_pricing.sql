-- What is sold, and what it costs in which book. Prices have up to 6 decimals; valid_until is the first day after.

create table ${table}product (
    tenant_id       ${id}           not null,
    id              ${id}           not null,
    version         bigint          not null,
    created_at      ${instant}      not null,
    created_by      ${id}           not null,
    changed_at      ${instant}      not null,
    changed_by      ${id}           not null,
    sku             varchar(60)     ${text} not null,
    name            varchar(200)    ${text} not null,
    name_folded     varchar(200)    ${text} not null,
    unit            varchar(40)     ${text} not null,
    family          varchar(200)    ${text},
    category        varchar(200)    ${text},
    tax_category    varchar(40)     ${text},
    description     varchar(2000)   ${text},
    status          varchar(40)     ${text} not null,
    primary key (tenant_id, id),
    constraint ${key}uq_product_sku unique (tenant_id, sku)
)${options};

create index ${key}ix_product_status on ${table}product (tenant_id, status, name, id);
create index ${key}ix_product_name_folded on ${table}product (tenant_id, name_folded, id);

create table ${table}price_book (
    tenant_id       ${id}           not null,
    id              ${id}           not null,
    version         bigint          not null,
    created_at      ${instant}      not null,
    created_by      ${id}           not null,
    changed_at      ${instant}      not null,
    changed_by      ${id}           not null,
    name            varchar(100)    ${text} not null,
    name_folded     varchar(100)    ${text} not null,
    currency        varchar(3)      ${text} not null,
    valid_from      date,
    valid_until     date,
    active          boolean         not null,
    primary key (tenant_id, id),
    constraint ${key}uq_price_book_name unique (tenant_id, name)
)${options};

-- valid_from is 1000-01-01 where there is no beginning, so that the key compares it.
create table ${table}price_entry (
    tenant_id       ${id}           not null,
    id              ${id}           not null,
    version         bigint          not null,
    created_at      ${instant}      not null,
    created_by      ${id}           not null,
    changed_at      ${instant}      not null,
    changed_by      ${id}           not null,
    price_book_id   ${id}           not null,
    product_id      ${id}           not null,
    unit            varchar(40)     ${text} not null,
    from_quantity   numeric(24, 6)  not null,
    currency        varchar(3)      ${text} not null,
    price           numeric(24, 6)  not null,
    valid_from      date            not null,
    valid_until     date,
    active          boolean         not null,
    primary key (tenant_id, id),
    constraint ${key}uq_price_entry_tier unique
        (tenant_id, price_book_id, product_id, unit, from_quantity, valid_from),
    constraint ${key}fk_price_entry_price_book foreign key (tenant_id, price_book_id)
        references ${table}price_book (tenant_id, id),
    constraint ${key}fk_price_entry_product foreign key (tenant_id, product_id)
        references ${table}product (tenant_id, id)
)${options};

create index ${key}ix_price_entry_product on ${table}price_entry (tenant_id, product_id, id);
