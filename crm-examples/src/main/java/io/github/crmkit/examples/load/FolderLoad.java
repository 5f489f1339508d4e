package io.github.crmkit.examples.load;

import io.github.crmkit.CrmSession;
import io.github.crmkit.catalog.Product;
import io.github.crmkit.examples.console.Progress;
import io.github.crmkit.examples.folder.CsvTable;
import io.github.crmkit.examples.folder.Mapping;
import io.github.crmkit.examples.folder.Source;
import io.github.crmkit.examples.folder.SourceFolder;
import io.github.crmkit.examples.rows.DealRow;
import io.github.crmkit.examples.rows.LeadRow;
import io.github.crmkit.examples.rows.LineRow;
import io.github.crmkit.examples.rows.PriceRow;
import io.github.crmkit.party.Account;
import io.github.crmkit.party.Contact;
import io.github.crmkit.pipeline.ExitQuestion;
import io.github.crmkit.pipeline.Pipeline;
import io.github.crmkit.pipeline.PipelineService.RedefinePipeline;
import io.github.crmkit.pipeline.Stage;
import java.util.List;

/**
 * Loads a folder into the CRM, source by source, in batches of which each is a unit of work. Loading it again creates
 * only what is missing, so a load that was cut off is completed by running it again.
 */
public final class FolderLoad {

    private final CrmSession session;
    private final SourceFolder folder;
    private final Progress progress;
    private final LoadReport report = new LoadReport();
    private final Lookup<Account> accounts = new Lookup<>(AccountStep::find);
    private final Lookup<Contact> contacts = new Lookup<>(ContactStep::find);
    private final Lookup<Product> products =
            new Lookup<>((tx, skus) -> tx.products().bySkus(skus));

    private FolderLoad(CrmSession session, SourceFolder folder, Progress progress) {
        this.session = session;
        this.folder = folder;
        this.progress = progress;
    }

    /**
     * Loads the folder.
     *
     * @throws io.github.crmkit.examples.csv.LoadRefusal when a file cannot be read any further
     * @throws io.github.crmkit.storage.StorageFailureException when the store fails; the batches before are kept
     */
    public static LoadedFolder load(CrmSession session, SourceFolder folder, Progress progress) {
        return new FolderLoad(session, folder, progress).load();
    }

    /** The default pipeline, whose questions hold no deal back: folders say nothing of answers. */
    private Pipeline pipeline() {
        Pipeline pipeline = session.pipelines().installDefault();
        RedefinePipeline silent = RedefinePipeline.of(pipeline);
        for (Stage stage : pipeline.stages()) {
            List<ExitQuestion> optional =
                    stage.questions().stream().map(ExitQuestion::optional).toList();
            silent = silent.stage(stage.id(), stage.definition().questions(optional));
        }
        return session.pipelines().redefine(silent);
    }

    private LoadedFolder load() {
        Mapping mapping = folder.mapping();
        Pipeline pipeline = pipeline();
        Sellers sellers = mapping.has(Source.SELLERS) ? Sellers.of(store(new SellerStep())) : Sellers.anybody();
        store(new AccountStep(sellers));
        store(new ContactStep(accounts));
        List<LeadRow> leads = store(new LeadStep(sellers, mapping.currency()));
        store(new ProductStep());
        List<PriceRow> prices = store(new PriceStep(products, mapping.currency()));
        DealStep.Known known = new DealStep.Known(sellers, accounts, contacts, products);
        List<DealRow> deals = store(new DealStep(known, pipeline, mapping));
        List<LineRow> lines = store(new LineStep(products));
        return new LoadedFolder(
                report,
                sellers,
                leads.stream().filter(LeadStep::isQualified).toList(),
                deals,
                lines,
                prices.stream().map(PriceRow::book).distinct().toList());
    }

    private <R> List<R> store(Step<R> step) {
        if (!folder.mapping().has(step.source())) {
            return List.of();
        }
        try (CsvTable table = folder.open(step.source())) {
            return new Batches<>(session, step, report, progress).store(table);
        }
    }
}
