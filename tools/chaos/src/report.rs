//! The result of a run, as a short table.

use std::{collections::BTreeMap, fmt, path::PathBuf, time::Duration};

use crate::{Verdict, keeper::Story};

/// The number of findings of one kind that are printed; the folder has all.
const SHOWN: usize = 20;

/// The result of a run.
#[derive(Debug, Default)]
pub struct Report {
    /// The seed that repeats it.
    pub seed: u64,
    /// The time that the run took.
    pub duration: Duration,
    /// The actions on the system, with their numbers.
    pub actions: BTreeMap<&'static str, usize>,
    /// The platforms' faults, with their numbers.
    pub faults: BTreeMap<String, u64>,
    /// The number of connections that were broken on purpose.
    pub connections_broken: u64,
    /// The number of restarts of processes that ended by themselves.
    pub ended_by_themselves: u64,
    /// The number of deadlocks that PostgreSQL resolved.
    pub deadlocks: usize,
    /// The result of the count.
    pub verdict: Verdict,
    /// The folder with the logs, if it was kept.
    pub folder: Option<PathBuf>,
}

impl Report {
    /// Returns true if there are no duplicates, no losses and no contradictions.
    pub fn passed(&self) -> bool {
        let Verdict { duplicates, lost, wrong, .. } = &self.verdict;
        self.verdict.accepted > 0 && duplicates.is_empty() && lost.is_empty() && wrong.is_empty()
    }

    pub(crate) fn add(&mut self, stories: Vec<Story>) {
        for story in stories {
            self.ended_by_themselves += story.ended_by_itself;
            self.verdict.wrong.extend(story.faults);
        }
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut row = |what: &str, figure: String| writeln!(f, "{what:<28}{figure}");
        let verdict = &self.verdict;
        row("seed", self.seed.to_string())?;
        row("duration", format!("{:.1} s", self.duration.as_secs_f64()))?;
        for (kind, count) in &self.actions {
            row(kind, count.to_string())?;
        }
        row("connections broken", self.connections_broken.to_string())?;
        row("ended by themselves", self.ended_by_themselves.to_string())?;
        row("deadlocks in PostgreSQL", self.deadlocks.to_string())?;
        for (kind, count) in &self.faults {
            row(&format!("fault {kind}"), count.to_string())?;
        }
        row("tickets accepted", verdict.accepted.to_string())?;
        row("tickets succeeded", verdict.succeeded.to_string())?;
        for (reason, count) in &verdict.failed {
            row("tickets failed", format!("{count}: {reason}"))?;
        }
        row("objects", verdict.objects.to_string())?;
        row("events", verdict.events.to_string())?;
        for (what, findings) in
            [("duplicates", &verdict.duplicates), ("lost", &verdict.lost), ("wrong", &verdict.wrong)]
        {
            row(what, findings.len().to_string())?;
            for finding in findings.iter().take(SHOWN) {
                row("", finding.clone())?;
            }
        }
        if let Some(folder) = &self.folder {
            row("logs", folder.display().to_string())?;
        }
        write!(f, "chaos: {}", if self.passed() { "PASSED" } else { "FAILED" })
    }
}
