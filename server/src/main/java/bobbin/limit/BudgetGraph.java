package bobbin.limit;

import bobbin.graph.Meter;
import bobbin.graph.Viewer;

/** Lets the machine count calls and refuse those beyond the budget. */
public final class BudgetGraph implements Meter {
    private final Budget budget;

    public BudgetGraph(Budget budget) {
        this.budget = budget;
    }

    @Override
    public Usage count(Viewer viewer) {
        Spending spent = budget.count(viewer.app(), viewer.account());
        return new Usage(spent.calls(), spent.cpuTime(), spent.totalTime(), true, spent.pause());
    }

    @Override
    public void took(Viewer viewer, long nanos) {
        budget.took(viewer.app(), viewer.account(), nanos);
    }
}
