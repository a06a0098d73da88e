//! One run: the world, what happens in it, and its end.

use std::time::Duration;

use domain::{
    AccountRef, PlatformId, Timestamp,
    deployment::{
        RetryPolicy,
        account::Hold,
        engine::{self, Input, Rules},
    },
    event::Actor,
    ticket::lifecycle::ExternalId,
};
use rand::{Rng, SeedableRng, rngs::SmallRng};

use crate::{
    agenda::Agenda,
    fill,
    plan::Plan,
    platform::Platform,
    promises::{self, Broken, promise},
    store::Store,
    worker::{Drive, Stage, Worker},
};

/// A run ends with an error when it takes longer, in simulated time.
const LONGEST: Duration = Duration::from_hours(60 * 24);

/// A thing that happens.
#[derive(Debug)]
pub(crate) enum Happening {
    /// A worker looks for deployments that are due.
    Sweep { worker: usize, life: u32 },
    /// A drive of a worker takes its next step.
    Step { worker: usize, life: u32, drive: u64 },
    /// The platform creates an object.
    Created { name: String, id: ExternalId },
    /// A worker dies, and another takes its place.
    Kill,
    /// A worker is stopped politely, and another takes its place.
    Stop,
    /// The platform goes out of service for a while.
    Outage,
    /// A person does something.
    Act,
    /// A person resumes an account.
    Resume(AccountRef),
    /// The troubles end, so that what is left over is finished.
    Calm,
}

/// The events of a run, counted.
#[derive(Debug, Clone, Copy, Default)]
pub struct Report {
    /// Decisions that were written.
    pub writes: u64,
    /// Decisions whose guards did not hold.
    pub guards_failed: u64,
    /// Requests that create.
    pub sent: u64,
    /// Searches by name.
    pub searches: u64,
    /// Workers that died or were stopped.
    pub deaths: u64,
    /// Deployments that ended in success.
    pub succeeded: usize,
    /// Simulated seconds.
    pub seconds: i64,
}

/// A world in which deployments are driven.
pub struct World {
    pub(crate) plan: Plan,
    pub(crate) policy: RetryPolicy,
    pub(crate) lease: Duration,
    pub(crate) rng: SmallRng,
    pub(crate) agenda: Agenda<Happening>,
    pub(crate) store: Store,
    pub(crate) platform: Platform,
    pub(crate) report: Report,
    /// The deployment whose story is told.
    pub(crate) traced: Option<usize>,
    workers: Vec<Worker>,
    drives: u64,
}

impl World {
    /// The world of a seed, before anything has happened.
    pub fn of(seed: u64, plan: Plan) -> Self {
        let mut rng = SmallRng::seed_from_u64(seed);
        let now = Timestamp::from_second(1_790_000_000).unwrap_or(Timestamp::UNIX_EPOCH);
        let mut store = Store::default();
        for number in 0..plan.deployments {
            store.insert(fill::row(number, &plan, now, &mut rng));
        }
        Self {
            plan,
            policy: RetryPolicy::default(),
            lease: Duration::from_secs(45),
            rng,
            agenda: Agenda::beginning_at(now),
            store,
            platform: Platform::default(),
            report: Report::default(),
            traced: None,
            workers: (0..plan.workers).map(|_| Worker::default()).collect(),
            drives: 0,
        }
    }

    /// The same world, which tells the story of one deployment on standard error.
    #[must_use]
    pub fn tracing(self, deployment: Option<usize>) -> Self {
        Self { traced: deployment, ..self }
    }

    /// The same world with other waits.
    #[must_use]
    pub fn with_policy(self, policy: RetryPolicy) -> Self {
        Self { policy, ..self }
    }

    /// Runs to the end, and checks every promise on the way.
    pub fn run(mut self) -> Result<Report, Broken> {
        let began = self.agenda.now;
        for worker in 0..self.workers.len() {
            self.agenda.after(Duration::ZERO, Happening::Sweep { worker, life: 0 });
        }
        self.plan_troubles();
        let troubled = Duration::from_secs(self.rng.random_range(30..600));
        self.agenda.after(troubled, Happening::Calm);
        while let Some(happening) = self.agenda.next() {
            self.happens(happening)?;
            let elapsed = Duration::try_from(self.agenda.now.duration_since(began)).unwrap_or_default();
            promise(elapsed < LONGEST, "a run ends", || format!("{} are left", self.left()))?;
            if self.left() == 0 && self.workers.iter().all(|worker| worker.drives.is_empty()) {
                break;
            }
        }
        // Objects that a platform is still at come into being.
        while let Some(happening) = self.agenda.next() {
            if let Happening::Created { .. } = happening {
                self.happens(happening)?;
            }
        }
        promises::at_the_end(self.store.rows(), &self.platform)?;
        let succeeded = |row: &&crate::store::Row| row.ticket.state.external_id().is_some();
        self.report.succeeded = self.store.rows().iter().filter(succeeded).count();
        self.report.seconds = self.agenda.now.duration_since(began).as_secs();
        Ok(self.report)
    }

    fn left(&self) -> usize {
        self.store.left()
    }

    fn plan_troubles(&mut self) {
        let Plan {
            seconds_between_kills, seconds_between_stops, seconds_between_outages, seconds_between_acts, ..
        } = self.plan;
        self.later(seconds_between_kills, Happening::Kill);
        self.later(seconds_between_stops, Happening::Stop);
        self.later(seconds_between_outages, Happening::Outage);
        self.later(seconds_between_acts, Happening::Act);
    }

    fn later(&mut self, seconds: Option<u32>, happening: Happening) {
        if let Some(seconds) = seconds {
            let delay = Duration::from_secs_f64(f64::from(seconds) * self.rng.random_range(0.1..2.0));
            self.agenda.after(delay, happening);
        }
    }

    /// A moment of so many milliseconds at most.
    pub(crate) fn moment(&mut self, most_ms: u64) -> Duration {
        Duration::from_micros(self.rng.random_range(1..=most_ms * 1_000))
    }

    pub(crate) fn chosen(&mut self, in_a_thousand: u32) -> bool {
        in_a_thousand > 0 && self.rng.random_ratio(in_a_thousand, 1_000)
    }

    fn happens(&mut self, happening: Happening) -> Result<(), Broken> {
        match happening {
            Happening::Sweep { worker, life } => self.sweep(worker, life),
            Happening::Step { worker, life, drive } => return self.drive(worker, life, drive),
            Happening::Created { name, id } => {
                if self.traced.is_some_and(|traced| name.starts_with(&format!("N{traced}_"))) {
                    eprintln!("{} the platform creates {name} as {id}", self.agenda.now);
                }
                let objects = self.platform.add(&name, id, self.agenda.now, &mut self.rng);
                let seen = || format!("{objects} objects are named {name} at {}", self.agenda.now);
                return promise(objects == 1, "each object is created once at most", seen);
            }
            Happening::Kill => {
                let worker = self.rng.random_range(0..self.workers.len());
                self.replace(worker);
                self.later(self.plan.seconds_between_kills, Happening::Kill);
            }
            Happening::Stop => {
                self.stop();
                self.later(self.plan.seconds_between_stops, Happening::Stop);
            }
            Happening::Outage => {
                let length = Duration::from_secs(self.rng.random_range(1..40));
                self.platform.out_until = self.agenda.now.checked_add(length).ok();
                self.later(self.plan.seconds_between_outages, Happening::Outage);
            }
            Happening::Act => {
                self.act();
                self.later(self.plan.seconds_between_acts, Happening::Act);
            }
            Happening::Resume(account) => self.store.pause(None, &account),
            Happening::Calm => self.plan = self.plan.calm(),
        }
        Ok(())
    }

    /// A worker takes up what is due, as far as it has room, and looks again later.
    fn sweep(&mut self, worker: usize, life: u32) {
        if self.workers[worker].life != life {
            return;
        }
        if let Some(until) = self.asleep(worker) {
            self.agenda.after(until, Happening::Sweep { worker, life });
            return;
        }
        let now = self.agenda.now;
        let room = self.plan.concurrency.saturating_sub(self.workers[worker].drives.len());
        if room > 0 {
            // Others sweep at the same moment and find the same.
            for index in self.store.due(now, room) {
                if self.workers[worker].drives.iter().any(|drive| drive.index == index) {
                    continue;
                }
                self.drives += 1;
                let drive = Drive::new(self.drives, index, now);
                let delay = self.moment(3);
                self.agenda.after(delay, Happening::Step { worker, life, drive: drive.number });
                self.workers[worker].drives.push(drive);
            }
        }
        let pause = match self.store.next_due() {
            Some(due) if due > now => Duration::try_from(due.duration_since(now)).unwrap_or_default(),
            _ => Duration::ZERO,
        };
        let pause = pause.clamp(Duration::from_millis(20), Duration::from_secs(30)) + self.moment(30);
        self.agenda.after(pause, Happening::Sweep { worker, life });
    }

    /// The rest of a worker's sleep; none while it is awake.
    fn asleep(&self, worker: usize) -> Option<Duration> {
        let until = self.workers[worker].asleep_until.filter(|until| *until > self.agenda.now)?;
        Duration::try_from(until.duration_since(self.agenda.now)).ok()
    }

    fn drive(&mut self, worker: usize, life: u32, number: u64) -> Result<(), Broken> {
        if self.workers[worker].life != life {
            return Ok(());
        }
        if let Some(rest) = self.asleep(worker) {
            self.agenda.after(rest, Happening::Step { worker, life, drive: number });
            return Ok(());
        }
        if self.chosen(self.plan.stalls) {
            let length = Duration::from_millis(self.rng.random_range(10..90_000));
            self.workers[worker].asleep_until = self.agenda.now.checked_add(length).ok();
            self.agenda.after(length, Happening::Step { worker, life, drive: number });
            return Ok(());
        }
        let Some(place) = self.workers[worker].drives.iter().position(|drive| drive.number == number) else {
            return Ok(());
        };
        let mut drive = self.workers[worker].drives.swap_remove(place);
        if self.traced == Some(drive.index) {
            eprintln!("{} worker {worker}.{life}, drive {number}: {:?}", self.agenda.now, drive.stage);
        }
        if let Some(delay) = self.step(&mut drive)? {
            self.agenda.after(delay, Happening::Step { worker, life, drive: number });
            self.workers[worker].drives.push(drive);
        }
        Ok(())
    }

    /// A worker's process ends at once. What it had planned does not happen; what it had sent arrives all the same.
    fn replace(&mut self, worker: usize) {
        self.report.deaths += 1;
        let life = self.workers[worker].life + 1;
        self.workers[worker] = Worker { life, ..Worker::default() };
        let delay = self.moment(3_000);
        self.agenda.after(delay, Happening::Sweep { worker, life });
    }

    /// A worker is stopped and gives back what it has: the requests that have left are not waited for.
    fn stop(&mut self) {
        let worker = self.rng.random_range(0..self.workers.len());
        let life = self.workers[worker].life;
        self.report.deaths += 1;
        let mut steps = Vec::new();
        for drive in &mut self.workers[worker].drives {
            drive.stage = Stage::Read(Input::GiveBack { token: drive.token });
            steps.push(drive.number);
        }
        // Steps that were planned for these drives happen as the giving back.
        for drive in steps {
            let delay = self.moment(10);
            self.agenda.after(delay, Happening::Step { worker, life, drive });
        }
    }

    fn act(&mut self) {
        let index = self.rng.random_range(0..self.plan.deployments);
        let account = self.store.row(index).deployment.account.clone();
        match self.rng.random_range(0..4) {
            0 => self.cancel(index),
            1 => self.store.release(&account, self.agenda.now),
            _ => {
                let whole = AccountRef::whole(PlatformId::Meta);
                let account = if self.rng.random_ratio(1, 5) { whole } else { account };
                let held_at = self.agenda.now;
                let hold = Hold { account: account.clone(), actor: Actor::user("a"), reason: String::new(), held_at };
                self.store.pause(Some(hold), &account);
                let delay = self.moment(20_000);
                self.agenda.after(delay, Happening::Resume(account));
            }
        }
    }

    fn cancel(&mut self, index: usize) {
        let snapshot = self.store.read(index);
        let rules = Rules { retry: &self.policy, lease: self.lease };
        if let Some(decision) = engine::decide(&snapshot, Input::Cancel, rules, self.agenda.now) {
            self.store.commit(index, &decision.write, self.agenda.now);
        }
    }
}
