-- What was agreed on with customers. valid_from is 1000-01-01 where there is no beginning, so that the keys compare it.

alter table ${table}account add column customer_group varchar(100) ${text};
alter table ${table}account add column territory varchar(100) ${text};

create table ${table}contract_price (
    tenant_id       ${id}           not null,
    id              ${id}           not null,
    version         bigint          not null,
    created_at      ${instant}      not null,
    created_by      ${id}           not null,
    changed_at      ${instant}      not null,
    changed_by      ${id}           not null,
    account_id      ${id}           not null,
    product_id      ${id}           not null,
    unit            varchar(40)     ${text} not null,
    currency        varchar(3)      ${text} not null,
    price           numeric(24, 6)  not null,
    valid_from      date            not null,
    valid_until     date,
    active          boolean         not null,
    reference       varchar(100)    ${text},
    primary key (tenant_id, id),
    constraint ${key}uq_contract_price_agreed unique (tenant_id, account_id, product_id, unit, currency, valid_from),
    constraint ${key}fk_contract_price_account foreign key (tenant_id, account_id)
        references ${table}account (tenant_id, id),
    constraint ${key}fk_contract_price_product foreign key (tenant_id, product_id)
        references ${table}product (tenant_id, id)
)${options};

create index ${key}ix_contract_price_product on ${table}contract_price (tenant_id, product_id, id);

-- scope_key is scope, account or word in one text, so that the key compares it.
create table ${table}book_assignment (
    tenant_id       ${id}           not null,
    id              ${id}           not null,
    version         bigint          not null,
    created_at      ${instant}      not null,
    created_by      ${id}           not null,
    changed_at      ${instant}      not null,
    changed_by      ${id}           not null,
    scope           varchar(40)     ${text} not null,
    account_id      ${id},
    word            varchar(100)    ${text},
    scope_key       varchar(110)    ${text} not null,
    price_book_id   ${id}           not null,
    currency        varchar(3)      ${text} not null,
    valid_from      date            not null,
    valid_until     date,
    active          boolean         not null,
    primary key (tenant_id, id),
    constraint ${key}uq_book_assignment_assigned unique (tenant_id, scope_key, currency, valid_from),
    constraint ${key}fk_book_assignment_account foreign key (tenant_id, account_id)
        references ${table}account (tenant_id, id),
    constraint ${key}fk_book_assignment_book foreign key (tenant_id, price_book_id)
        references ${table}price_book (tenant_id, id)
)${options};

create index ${key}ix_book_assignment_account on ${table}book_assignment (tenant_id, account_id, id);
create index ${key}ix_book_assignment_book on ${table}book_assignment (tenant_id, price_book_id, id);
