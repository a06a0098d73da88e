//! Decides which request is hit: by the first rule that matches and whose dice hit. Each rule has its own dice: the
//! same seed, the same rules and the same requests in the same order give the same faults. (Concurrent requests have no
//! order; a test that compares runs sends them one after the other.)

use serde::Serialize;

use super::rng::{Dice, mix};
use super::{FaultKind, Rule};
use crate::Platform;

/// The facts that a rule is compared with.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Target<'a> {
    pub(crate) platform: Platform,
    pub(crate) method: &'a str,
    pub(crate) path: &'a str,
    pub(crate) account: Option<&'a str>,
    pub(crate) name: Option<&'a str>,
}

/// An active rule and its counts.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Active {
    pub(crate) id: u64,
    #[serde(flatten)]
    pub(crate) rule: Rule,
    /// The number of matching requests.
    pub(crate) matched: u64,
    /// The number of requests that were hit.
    pub(crate) hits: u64,
    #[serde(skip)]
    dice: Dice,
}

#[derive(Debug)]
pub(crate) struct Faults {
    seed: u64,
    next: u64,
    rules: Vec<Active>,
}

impl Faults {
    pub(crate) fn new(seed: u64) -> Self {
        Self { seed, next: 1, rules: Vec::new() }
    }

    pub(crate) fn seed(&self) -> u64 {
        self.seed
    }

    pub(crate) fn rules(&self) -> &[Active] {
        &self.rules
    }

    /// Restarts the dice of all rules.
    pub(crate) fn reseed(&mut self, seed: u64) {
        self.seed = seed;
        for active in &mut self.rules {
            active.dice = dice(seed, active.id);
        }
    }

    pub(crate) fn add(&mut self, rule: Rule) -> u64 {
        let id = self.next;
        self.next += 1;
        self.rules.push(Active { id, rule, matched: 0, hits: 0, dice: dice(self.seed, id) });
        id
    }

    pub(crate) fn remove(&mut self, id: u64) -> bool {
        let before = self.rules.len();
        self.rules.retain(|active| active.id != id);
        self.rules.len() < before
    }

    /// Removes all rules; the next one counts (and throws its dice) from the beginning.
    pub(crate) fn clear(&mut self) {
        *self = Self::new(self.seed);
    }

    /// The first rule that hits this request.
    pub(crate) fn decide(&mut self, target: Target<'_>) -> Option<Rule> {
        for active in &mut self.rules {
            if active.rule.times == Some(0) || !matches(&active.rule, target) {
                continue;
            }
            active.matched += 1;
            if active.matched <= active.rule.after || !active.dice.hits(active.rule.probability) {
                continue;
            }
            active.hits += 1;
            if let Some(times) = &mut active.rule.times {
                *times -= 1;
            }
            return Some(active.rule.clone());
        }
        None
    }
}

fn dice(seed: u64, id: u64) -> Dice {
    Dice::new(seed ^ mix(id))
}

fn matches(rule: &Rule, target: Target<'_>) -> bool {
    let platform = match rule.kind {
        FaultKind::MetaThrottle => Some(Platform::Meta),
        FaultKind::TiktokThrottle => Some(Platform::Tiktok),
        _ => rule.platform,
    };
    let contains = |text: Option<&str>, part: &Option<String>| {
        part.as_deref().is_none_or(|part| text.is_some_and(|text| text.contains(part)))
    };
    platform.is_none_or(|platform| platform == target.platform)
        && (rule.method == "*" || rule.method == target.method)
        && rule.account.as_deref().is_none_or(|account| target.account == Some(account))
        && contains(Some(target.path), &rule.path_contains)
        && contains(target.name, &rule.name_contains)
}

#[cfg(test)]
mod tests {
    use super::*;

    const CREATE: Target<'static> = Target {
        platform: Platform::Meta,
        method: "POST",
        path: "/v26.0/act_1/campaigns",
        account: Some("1"),
        name: Some("DIS_US_META_2026_Launch"),
    };

    fn hits(rule: Rule, target: Target<'_>) -> bool {
        let mut faults = Faults::new(1);
        faults.add(rule);
        faults.decide(target).is_some()
    }

    #[test]
    fn every_condition_must_hold() {
        let rule = || Rule::new(FaultKind::DropBefore);
        for (rule, expected) in [
            (rule(), true),
            (Rule { platform: Some(Platform::Tiktok), ..rule() }, false),
            (Rule { platform: Some(Platform::Meta), ..rule() }, true),
            (Rule { method: "GET".to_owned(), ..rule() }, false),
            (Rule { method: "*".to_owned(), ..rule() }, true),
            (Rule { account: Some("2".to_owned()), ..rule() }, false),
            (Rule { account: Some("1".to_owned()), ..rule() }, true),
            (Rule { path_contains: Some("/adsets".to_owned()), ..rule() }, false),
            (Rule { path_contains: Some("/campaigns".to_owned()), ..rule() }, true),
            (Rule { name_contains: Some("Moana".to_owned()), ..rule() }, false),
            (Rule { name_contains: Some("Launch".to_owned()), ..rule() }, true),
            (Rule { probability: 0.0, ..rule() }, false),
            (Rule::new(FaultKind::TiktokThrottle), false),
            (Rule::new(FaultKind::MetaThrottle), true),
        ] {
            assert_eq!(hits(rule.clone(), CREATE), expected, "{rule:?}");
        }
    }

    #[test]
    fn without_a_method_reads_are_spared() {
        assert!(!hits(Rule::new(FaultKind::ServerError), Target { method: "GET", ..CREATE }));
    }

    #[test]
    fn after_lets_some_pass_and_times_ends_it() {
        let mut faults = Faults::new(1);
        faults.add(Rule { after: 2, ..Rule::new(FaultKind::DropAfter).times(2) });
        let seen: Vec<_> = (0..6).map(|_| faults.decide(CREATE).is_some()).collect();
        assert_eq!(seen, [false, false, true, true, false, false]);
        assert_eq!((faults.rules()[0].matched, faults.rules()[0].hits), (4, 2));
    }

    #[test]
    fn the_same_seed_gives_the_same_faults() {
        let run = |seed| {
            let mut faults = Faults::new(seed);
            faults.add(Rule { probability: 0.4, ..Rule::new(FaultKind::DropAfter) });
            faults.add(Rule { probability: 0.4, ..Rule::new(FaultKind::ServerError) });
            (0..200).map(|_| faults.decide(CREATE).map(|rule| rule.kind)).collect::<Vec<_>>()
        };
        assert_eq!(run(1), run(1));
        assert_ne!(run(1), run(2));
    }

    #[test]
    fn clearing_and_reseeding_restart_the_dice() {
        let rule = || Rule { probability: 0.5, ..Rule::new(FaultKind::DropAfter) };
        let mut faults = Faults::new(3);
        let throw = |faults: &mut Faults| (0..50).map(|_| faults.decide(CREATE).is_some()).collect::<Vec<_>>();
        faults.add(rule());
        let first = throw(&mut faults);
        faults.reseed(3);
        assert_eq!(throw(&mut faults), first);
        faults.clear();
        faults.add(rule());
        assert_eq!(throw(&mut faults), first);
    }
}
