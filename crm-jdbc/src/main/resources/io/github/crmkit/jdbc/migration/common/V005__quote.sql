-- Offers for deals, and their lines as they were priced. Amounts have as many decimals as any currency, unit prices 6.

create table ${table}quote (
    tenant_id       ${id}           not null,
    id              ${id}           not null,
    version         bigint          not null,
    created_at      ${instant}      not null,
    created_by      ${id}           not null,
    changed_at      ${instant}      not null,
    changed_by      ${id}           not null,
    opportunity_id  ${id}           not null,
    account_id      ${id},
    owner_id        ${id}           not null,
    price_book_id   ${id}           not null,
    currency        varchar(3)      ${text} not null,
    priced_on       date            not null,
    valid_through   date            not null,
    totals_profile  varchar(40)     ${text} not null,
    tax_basis       varchar(40)     ${text} not null,
    tax_included    boolean         not null,
    rounding        varchar(40)     ${text} not null,
    status          varchar(40)     ${text} not null,
    discount_amount numeric(24, 4)  not null,
    net_amount      numeric(24, 4)  not null,
    gross_amount    numeric(24, 4)  not null,
    closing_reason  varchar(500)    ${text},
    primary key (tenant_id, id),
    constraint ${key}fk_quote_opportunity foreign key (tenant_id, opportunity_id)
        references ${table}opportunity (tenant_id, id),
    constraint ${key}fk_quote_price_book foreign key (tenant_id, price_book_id)
        references ${table}price_book (tenant_id, id)
)${options};

create index ${key}ix_quote_opportunity on ${table}quote (tenant_id, opportunity_id, created_at desc, id);
create index ${key}ix_quote_owner on ${table}quote (tenant_id, owner_id, status, id);
create index ${key}ix_quote_account on ${table}quote (tenant_id, account_id, id);
create index ${key}ix_quote_price_book on ${table}quote (tenant_id, price_book_id, id);

-- proof and rejected tell how the price came about, as JSON.
create table ${table}quote_line (
    tenant_id           ${id}           not null,
    quote_id            ${id}           not null,
    position_no         bigint          not null,
    sku                 varchar(60)     ${text} not null,
    product_name        varchar(200)    ${text} not null,
    product_id          ${id}           not null,
    unit                varchar(40)     ${text} not null,
    quantity            numeric(24, 6)  not null,
    currency            varchar(3)      ${text} not null,
    list_price          numeric(24, 6)  not null,
    calculated_price    numeric(24, 6)  not null,
    manual_price        numeric(24, 6),
    amount              numeric(24, 4)  not null,
    proof               ${longtext},
    rejected            ${longtext},
    tax_category        varchar(40)     ${text} not null,
    tax_rate            numeric(24, 6)  not null,
    primary key (tenant_id, quote_id, position_no),
    constraint ${key}fk_quote_line_quote foreign key (tenant_id, quote_id)
        references ${table}quote (tenant_id, id) on delete cascade
)${options};
