import classes from './LeafletSheet.module.css'
import { type Leaflet, type LeafletPart, leaflet } from './leaflet.ts'

/** The patient leaflet, to read on the tablet and to print on a sheet of A4 (EDU-1). */
export function LeafletSheet() {
  return (
    <article className={classes.sheet} aria-labelledby="leaflet-title">
      <h1 id="leaflet-title" className={classes.title}>
        {leaflet.title}
      </h1>
      <p className={classes.opening}>{leaflet.opening}</p>
      {leaflet.parts.map((part) => (
        <Part key={part.title} part={part} />
      ))}
      <Signs signs={leaflet.signs} />
    </article>
  )
}

function Part({ part: { title, says, points } }: { part: LeafletPart }) {
  return (
    <section className={classes.part} aria-label={title}>
      <h2 className={classes.heading}>{title}</h2>
      {says.map((text) => (
        <p key={text}>{text}</p>
      ))}
      {points && <Points points={points} />}
    </section>
  )
}

function Points({ points }: { points: readonly string[] }) {
  return (
    <ul className={classes.points}>
      {points.map((point) => (
        <li key={point}>{point}</li>
      ))}
    </ul>
  )
}

function Signs({ signs: { title, says, groups, closing } }: Pick<Leaflet, 'signs'>) {
  return (
    <section className={classes.signs} aria-label={title}>
      <h2 className={classes.heading}>{title}</h2>
      <p>{says}</p>
      <div className={classes.groups}>
        {groups.map((group) => (
          <section key={group.title} aria-label={group.title}>
            <h3 className={classes.group}>{group.title}</h3>
            <Points points={group.points ?? []} />
          </section>
        ))}
      </div>
      <p className={classes.closing}>{closing}</p>
    </section>
  )
}
