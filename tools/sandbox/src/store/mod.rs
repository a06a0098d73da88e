//! The objects of both platforms, with indexes that make a create free of scans.

mod journal;
mod object;

use std::collections::{BTreeMap, HashMap};
use std::io;
use std::path::Path;
use std::sync::Arc;

use jiff::Timestamp;

use self::journal::{Entry, Journal, Line};
pub use self::object::{Kind, Object};
use crate::Platform;

type NameKey = (Platform, Kind, String, String);
type RequestKey = (Platform, Kind, String, String);

/// An object that is to be created; the store adds id and times.
#[derive(Debug)]
pub(crate) struct Draft {
    pub(crate) platform: Platform,
    pub(crate) kind: Kind,
    pub(crate) account: String,
    pub(crate) name: String,
    pub(crate) status: String,
    pub(crate) campaign_id: Option<String>,
    pub(crate) parent_id: Option<String>,
    pub(crate) request_id: Option<String>,
    pub(crate) fields: serde_json::Map<String, serde_json::Value>,
}

/// The store's checks before it stores a draft.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Guard {
    /// Refuse a name that a living sibling (same kind, account and parent) has.
    pub(crate) unique_name: bool,
    /// The time since which a `request_id` counts as a repeat; `None` is for ever.
    pub(crate) replay_since: Option<Timestamp>,
}

/// The outcome of a draft.
#[derive(Debug)]
pub(crate) enum Created {
    New(Arc<Object>),
    Replayed(Arc<Object>),
    NameTaken,
}

#[derive(Debug)]
pub(crate) struct Store {
    objects: BTreeMap<u64, Arc<Object>>,
    /// Sorted by id.
    by_account: HashMap<(Platform, Kind, String), Vec<Arc<Object>>>,
    by_name: HashMap<NameKey, Vec<u64>>,
    by_request: HashMap<RequestKey, u64>,
    by_parent: HashMap<u64, Vec<u64>>,
    /// The last id of each platform.
    last_ids: BTreeMap<Platform, u64>,
    journal: Option<Journal>,
}

impl Store {
    pub(crate) fn open(path: Option<&Path>) -> io::Result<Self> {
        let mut store = Self {
            objects: BTreeMap::new(),
            by_account: HashMap::new(),
            by_name: HashMap::new(),
            by_request: HashMap::new(),
            by_parent: HashMap::new(),
            last_ids: Platform::ALL.map(|platform| (platform, platform.side().first_id())).into(),
            journal: None,
        };
        if let Some(path) = path {
            store.journal = Some(Journal::open(path, |line| store.apply(line))?);
        }
        Ok(store)
    }

    /// Checks the guard, writes the journal and stores, in one step: two equal requests cannot both be first.
    pub(crate) fn create(&mut self, draft: Draft, guard: Guard, now: Timestamp) -> io::Result<Created> {
        if let Some(first) = self.earlier(&draft, guard) {
            return Ok(Created::Replayed(first));
        }
        if guard.unique_name && self.name_is_taken(&draft) {
            return Ok(Created::NameTaken);
        }
        let number = self.next_id(draft.platform);
        let object = Object {
            id: number.to_string(),
            platform: draft.platform,
            kind: draft.kind,
            account: draft.account,
            name: draft.name,
            status: draft.status,
            campaign_id: draft.campaign_id,
            parent_id: draft.parent_id,
            request_id: draft.request_id,
            created_at: now,
            updated_at: now,
            fields: draft.fields,
            folded: String::new(),
        };
        self.write(&Entry::Put(&object))?;
        let object = Arc::new(object.folded());
        self.insert(number, Arc::clone(&object));
        Ok(Created::New(object))
    }

    /// Changes an object; `None` if there is no such object.
    pub(crate) fn update(
        &mut self,
        id: &str,
        now: Timestamp,
        change: impl FnOnce(&mut Object),
    ) -> io::Result<Option<Arc<Object>>> {
        let Some(old) = self.get(id) else { return Ok(None) };
        let mut object = Object::clone(&old);
        change(&mut object);
        object.updated_at = now;
        self.write(&Entry::Put(&object))?;
        let object = Arc::new(object.folded());
        self.replace(&old, Arc::clone(&object));
        Ok(Some(object))
    }

    /// Gives an object and all its descendants a final status, as both platforms do on delete.
    pub(crate) fn set_status_below(&mut self, id: &str, status: &str, now: Timestamp) -> io::Result<()> {
        let mut todo = vec![id.to_owned()];
        while let Some(id) = todo.pop() {
            if let Some(object) = self.update(&id, now, |object| status.clone_into(&mut object.status))? {
                todo.extend(
                    self.children(&object.id)
                        .filter(|child| !child.is_deleted() && child.status != status)
                        .map(|child| child.id.clone()),
                );
            }
        }
        Ok(())
    }

    pub(crate) fn get(&self, id: &str) -> Option<Arc<Object>> {
        self.objects.get(&id.parse().ok()?).map(Arc::clone)
    }

    /// The objects of one account in the order of their ids.
    pub(crate) fn of_account(
        &self,
        platform: Platform,
        kind: Kind,
        account: &str,
    ) -> impl DoubleEndedIterator<Item = &Arc<Object>> {
        self.by_account.get(&(platform, kind, account.to_owned())).into_iter().flatten()
    }

    /// The number of objects of one account, including deleted ones.
    pub(crate) fn count(&self, platform: Platform, kind: Kind, account: &str) -> usize {
        self.by_account.get(&(platform, kind, account.to_owned())).map_or(0, Vec::len)
    }

    /// The objects of one account with exactly this name.
    pub(crate) fn of_name(
        &self,
        platform: Platform,
        kind: Kind,
        account: &str,
        name: &str,
    ) -> impl DoubleEndedIterator<Item = &Arc<Object>> {
        self.resolve(self.by_name.get(&(platform, kind, account.to_owned(), name.to_owned())))
    }

    /// The objects directly below one.
    pub(crate) fn children(&self, id: &str) -> impl DoubleEndedIterator<Item = &Arc<Object>> {
        self.resolve(id.parse().ok().and_then(|number: u64| self.by_parent.get(&number)))
    }

    pub(crate) fn all(&self) -> impl DoubleEndedIterator<Item = &Arc<Object>> {
        self.objects.values()
    }

    pub(crate) fn len(&self) -> usize {
        self.objects.len()
    }

    /// Groups of living objects that share platform, kind, account and name.
    pub(crate) fn duplicates(&self) -> Vec<Vec<Arc<Object>>> {
        let mut groups: Vec<Vec<Arc<Object>>> = self
            .by_name
            .values()
            .filter(|ids| ids.len() > 1)
            .map(|ids| self.resolve(Some(ids)).filter(|object| !object.is_deleted()).cloned().collect())
            .filter(|group: &Vec<_>| group.len() > 1)
            .collect();
        groups.sort_by_key(|group| group.first().map(|object| object.number()));
        groups
    }

    /// Forgets all objects. Ids continue, so that no id is used twice.
    pub(crate) fn reset(&mut self) -> io::Result<()> {
        let last_ids = self.last_ids.clone();
        self.write(&Entry::Reset(&last_ids))?;
        self.apply(Line::Reset(last_ids));
        Ok(())
    }

    fn earlier(&self, draft: &Draft, guard: Guard) -> Option<Arc<Object>> {
        let request = draft.request_id.clone()?;
        let number = self.by_request.get(&(draft.platform, draft.kind, draft.account.clone(), request))?;
        let first = self.objects.get(number)?;
        let counts = guard.replay_since.is_none_or(|since| first.created_at >= since);
        counts.then(|| Arc::clone(first))
    }

    fn name_is_taken(&self, draft: &Draft) -> bool {
        self.of_name(draft.platform, draft.kind, &draft.account, &draft.name)
            .any(|other| !other.is_deleted() && other.parent_id == draft.parent_id)
    }

    fn next_id(&mut self, platform: Platform) -> u64 {
        let last = self.last_ids.entry(platform).or_default();
        *last += 1;
        *last
    }

    fn write(&mut self, entry: &Entry<'_>) -> io::Result<()> {
        self.journal.as_mut().map_or(Ok(()), |journal| journal.append(entry))
    }

    fn apply(&mut self, line: Line) {
        match line {
            Line::Put(object) => {
                let object = Arc::new(object.folded());
                let number = object.number();
                self.is_used(object.platform, number);
                match self.objects.get(&number).cloned() {
                    Some(old) => self.replace(&old, object),
                    None => self.insert(number, object),
                }
            }
            Line::Reset(last_ids) => {
                self.objects.clear();
                self.by_account.clear();
                self.by_name.clear();
                self.by_request.clear();
                self.by_parent.clear();
                for (platform, id) in last_ids {
                    self.is_used(platform, id);
                }
            }
        }
    }

    /// Notes that an id was given, so that it never comes back.
    fn is_used(&mut self, platform: Platform, id: u64) {
        let last = self.last_ids.entry(platform).or_default();
        *last = id.max(*last);
    }

    fn insert(&mut self, number: u64, object: Arc<Object>) {
        let (platform, kind, account) = (object.platform, object.kind, object.account.clone());
        let listed = self.by_account.entry((platform, kind, account.clone())).or_default();
        // Ids only grow, so this is the end of the list.
        let place = listed.partition_point(|other| other.number() < number);
        listed.insert(place, Arc::clone(&object));
        let name = (platform, kind, account.clone(), object.name.clone());
        self.by_name.entry(name).or_default().push(number);
        if let Some(request) = object.request_id.clone() {
            self.by_request.insert((platform, kind, account, request), number);
        }
        if let Some(parent) = object.parent_id.as_deref().and_then(|id| id.parse().ok()) {
            self.by_parent.entry(parent).or_default().push(number);
        }
        self.objects.insert(number, object);
    }

    fn replace(&mut self, old: &Object, new: Arc<Object>) {
        let number = new.number();
        if old.name != new.name {
            let key = |name: &str| (new.platform, new.kind, new.account.clone(), name.to_owned());
            if let Some(ids) = self.by_name.get_mut(&key(&old.name)) {
                ids.retain(|id| *id != number);
            }
            self.by_name.entry(key(&new.name)).or_default().push(number);
        }
        let listed = self.by_account.get_mut(&(new.platform, new.kind, new.account.clone()));
        if let Some(listed) = listed
            && let Ok(place) = listed.binary_search_by_key(&number, |object| object.number())
            && let Some(slot) = listed.get_mut(place)
        {
            *slot = Arc::clone(&new);
        }
        self.objects.insert(number, new);
    }

    fn resolve<'a>(&'a self, ids: Option<&'a Vec<u64>>) -> impl DoubleEndedIterator<Item = &'a Arc<Object>> {
        ids.into_iter().flatten().filter_map(|number| self.objects.get(number))
    }
}

#[cfg(test)]
mod tests;
