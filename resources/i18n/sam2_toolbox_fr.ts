<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
 <context>
  <name>sam2_toolbox</name>
  <message>
   <source>Segment everything (automatic masks)</source>
   <translation>Tout segmenter (masques automatiques)</translation>
  </message>
  <message>
   <source>Segmentation</source>
   <translation>Segmentation</translation>
  </message>
  <message>
   <source>Draws a polygon around every object in a raster with SAM 2.</source>
   <translation>Dessine avec SAM 2 un polygone autour de chaque objet d'un raster.</translation>
  </message>
  <message>
   <source>&lt;p&gt;Finds the objects in an aerial, drone or satellite image and draws a polygon around each: fields, roofs, crowns, ponds, cars. Nothing has to be named or drawn before. SAM 2 does not say what an object is, only where it ends. It runs on this computer; no image leaves it.&lt;/p&gt; &lt;p&gt;The raster is cut into tiles, and objects are joined again across them, so its size does not matter. Try a small &lt;b&gt;Extent&lt;/b&gt; first.&lt;/p&gt; &lt;h3&gt;Three settings to try first&lt;/h3&gt; &lt;ul&gt; &lt;li&gt;&lt;b&gt;Too few or too large objects?&lt;/b&gt; Raise &lt;i&gt;Points per side&lt;/i&gt; to 48 or 64, or set a smaller &lt;i&gt;Tile size&lt;/i&gt; (advanced): each tile is enlarged for the model. Objects under 12 pixels are lost.&lt;/li&gt; &lt;li&gt;&lt;b&gt;Doubtful objects, or missing ones?&lt;/b&gt; &lt;i&gt;Predicted IoU at least&lt;/i&gt; and &lt;i&gt;Stability at least&lt;/i&gt; decide what is kept. Higher: fewer and surer. Lower: more, with mistakes.&lt;/li&gt; &lt;li&gt;&lt;b&gt;Whole fields or lakes in a fine image?&lt;/b&gt; Set a coarser &lt;i&gt;Resolution&lt;/i&gt; (advanced): the model sees more ground at once, and the run is faster.&lt;/li&gt; &lt;/ul&gt; &lt;h3&gt;The result&lt;/h3&gt; &lt;p&gt;Objects may overlap or lie inside each other, as a roof on a yard. Each has:&lt;/p&gt; &lt;ul&gt;{fields}&lt;/ul&gt; &lt;p&gt;The layer's metadata (Properties &amp;gt; Metadata) say which model and settings made it. A run that is cancelled keeps the objects found so far in its file, marked as not complete. Whatever ends a run early, &lt;i&gt;Continue an interrupted run&lt;/i&gt; (advanced) goes on from the last finished tile.&lt;/p&gt; &lt;p&gt;Hold the mouse over a setting for what it does and when to change it.&lt;/p&gt;</source>
   <translation>&lt;p&gt;Trouve les objets d'une image aérienne, de drone ou de satellite et dessine un polygone autour de chacun : champs, toits, houppiers, étangs, voitures. Rien n'est à nommer ni à dessiner d'abord. SAM 2 ne dit pas ce qu'est un objet, seulement où il finit. Il tourne sur cet ordinateur ; aucune image n'en sort.&lt;/p&gt; &lt;p&gt;Le raster est coupé en tuiles et les objets sont rejoints d'une tuile à l'autre : sa taille n'importe pas. Essayer d'abord une petite &lt;b&gt;Emprise&lt;/b&gt;.&lt;/p&gt; &lt;h3&gt;Trois réglages à essayer d'abord&lt;/h3&gt; &lt;ul&gt; &lt;li&gt;&lt;b&gt;Des objets trop rares ou trop grands ?&lt;/b&gt; Porter &lt;i&gt;Points par côté&lt;/i&gt; à 48 ou 64, ou choisir une &lt;i&gt;Taille des tuiles&lt;/i&gt; plus petite (avancé) : chaque tuile est agrandie pour le modèle. Les objets sous 12 pixels sont perdus.&lt;/li&gt; &lt;li&gt;&lt;b&gt;Des objets douteux, ou manquants ?&lt;/b&gt; &lt;i&gt;IoU prédit au moins&lt;/i&gt; et &lt;i&gt;Stabilité au moins&lt;/i&gt; décident de ce qui reste. Plus haut : moins, et plus sûrs. Plus bas : plus, avec des erreurs.&lt;/li&gt; &lt;li&gt;&lt;b&gt;Des champs entiers ou des lacs dans une image fine ?&lt;/b&gt; Choisir une &lt;i&gt;Résolution&lt;/i&gt; plus grossière (avancé) : le modèle voit plus de terrain à la fois, et c'est plus rapide.&lt;/li&gt; &lt;/ul&gt; &lt;h3&gt;Le résultat&lt;/h3&gt; &lt;p&gt;Les objets peuvent se recouvrir ou s'emboîter, comme un toit sur une cour. Chacun a :&lt;/p&gt; &lt;ul&gt;{fields}&lt;/ul&gt; &lt;p&gt;Les métadonnées de la couche (Propriétés &amp;gt; Métadonnées) disent quel modèle et quels réglages l'ont faite. Un traitement annulé garde dans son fichier les objets trouvés jusque-là, marqués comme incomplets. Quoi qui l'interrompe, &lt;i&gt;Continuer un traitement interrompu&lt;/i&gt; (avancé) reprend à la dernière tuile finie.&lt;/p&gt; &lt;p&gt;Laisser la souris sur un réglage montre ce qu'il fait et quand le changer.&lt;/p&gt;</translation>
  </message>
  <message>
   <source>Number of the object, unique in the run, from 1.</source>
   <translation>Numéro de l'objet, unique dans le traitement, à partir de 1.</translation>
  </message>
  <message>
   <source>The model's own estimate of how well the outline fits (predicted IoU, 0-1).</source>
   <translation>L'estimation par le modèle de la justesse du contour (IoU prédit, 0-1).</translation>
  </message>
  <message>
   <source>How little the mask changes with its threshold (0-1).</source>
   <translation>Combien peu le masque change avec son seuil (0-1).</translation>
  </message>
  <message>
   <source>Ellipsoidal area in square metres; empty without a CRS.</source>
   <translation>Surface ellipsoïdale en mètres carrés ; vide sans SCR.</translation>
  </message>
  <message>
   <source>Ellipsoidal length of all rings in metres; empty without a CRS.</source>
   <translation>Longueur ellipsoïdale de tous les anneaux en mètres ; vide sans SCR.</translation>
  </message>
  <message>
   <source>Number of pixels of the grid the run worked on.</source>
   <translation>Nombre de pixels de la grille du traitement.</translation>
  </message>
  <message>
   <source>The point that found the object, in map units.</source>
   <translation>Le point qui a trouvé l'objet, en unités de carte.</translation>
  </message>
  <message>
   <source>Number of the tile that saw most of the object, from 0.</source>
   <translation>Numéro de la tuile qui a vu le plus de l'objet, à partir de 0.</translation>
  </message>
  <message>
   <source>Cut by the edge of the raster, the extent or the area of interest.</source>
   <translation>Coupé par le bord du raster, de l'emprise ou de la zone d'intérêt.</translation>
  </message>
  <message>
   <source>Segment what a layer points at (prompts)</source>
   <translation>Segmenter ce qu'une couche indique (invites)</translation>
  </message>
  <message>
   <source>Draws the outline of each object that points, boxes, lines or polygons show, with SAM 2.</source>
   <translation>Dessine avec SAM 2 le contour de chaque objet que montrent points, rectangles, lignes ou polygones.</translation>
  </message>
  <message>
   <source>&lt;p&gt;Draws the outline of every object that a vector layer points at: detections, clicks, survey points, boxes, old sketches. SAM 2 does not search for objects here; it outlines those you show it, and every result keeps the attributes of what showed it. It runs on this computer; no image leaves it.&lt;/p&gt; &lt;h3&gt;What prompts how&lt;/h3&gt; &lt;ul&gt; &lt;li&gt;&lt;b&gt;Points&lt;/b&gt; lie on the object. A single point may mean part, object or group: SAM 2 proposes three outlines and the best is kept. Two points on the same object say more; so does a box.&lt;/li&gt; &lt;li&gt;&lt;b&gt;Boxes and polygons&lt;/b&gt; say where the object is and how large. Set &lt;i&gt;Polygons are&lt;/i&gt; to &lt;i&gt;mask&lt;/i&gt; if their shape is nearly right already.&lt;/li&gt; &lt;li&gt;&lt;b&gt;Lines&lt;/b&gt; run along or across the object; two to eight points on them are used.&lt;/li&gt; &lt;li&gt;&lt;b&gt;Label field&lt;/b&gt;: 1 lies on the object, 0 beside it. &lt;b&gt;Group field&lt;/b&gt;: features with the same value show one object together, such as a box, a point on it and a point beside it.&lt;/li&gt; &lt;/ul&gt; &lt;h3&gt;The result&lt;/h3&gt; &lt;p&gt;One feature for each object, in the order of the prompts, with all their attributes (of a group those of the first) and:&lt;/p&gt; &lt;ul&gt;{fields}&lt;/ul&gt; &lt;p&gt;Where the prompts have a field of the same name, the new one ends in _2. Prompts outside the raster or on pixels without data are listed in the log and left out.&lt;/p&gt; &lt;p&gt;Objects may lie anywhere and be of any size: each is looked at where it is seen whole, large ones in a coarser image. The layer may have any CRS. Only selected features are used if you say so.&lt;/p&gt;</source>
   <translation>&lt;p&gt;Dessine le contour de chaque objet qu'indique une couche vecteur : détections, clics, points de levé, rectangles, vieux croquis. SAM 2 ne cherche pas d'objets ici ; il cerne ceux qu'on lui montre, et chaque résultat garde les attributs de ce qui l'a montré. Il tourne sur cet ordinateur ; aucune image n'en sort.&lt;/p&gt; &lt;h3&gt;Ce qui indique, et comment&lt;/h3&gt; &lt;ul&gt; &lt;li&gt;&lt;b&gt;Les points&lt;/b&gt; sont sur l'objet. Un seul point peut désigner partie, objet ou groupe : SAM 2 propose trois contours et le meilleur reste. Deux points sur le même objet en disent plus ; un rectangle aussi.&lt;/li&gt; &lt;li&gt;&lt;b&gt;Rectangles et polygones&lt;/b&gt; disent où est l'objet et sa taille. Mettre &lt;i&gt;Les polygones sont&lt;/i&gt; sur &lt;i&gt;mask&lt;/i&gt; si leur forme est déjà presque juste.&lt;/li&gt; &lt;li&gt;&lt;b&gt;Les lignes&lt;/b&gt; suivent ou traversent l'objet ; deux à huit de leurs points servent.&lt;/li&gt; &lt;li&gt;&lt;b&gt;Champ d'étiquette&lt;/b&gt; : 1 est sur l'objet, 0 à côté. &lt;b&gt;Champ de groupe&lt;/b&gt; : les entités de même valeur montrent ensemble un objet, comme un rectangle, un point dessus et un point à côté.&lt;/li&gt; &lt;/ul&gt; &lt;h3&gt;Le résultat&lt;/h3&gt; &lt;p&gt;Une entité par objet, dans l'ordre des invites, avec tous leurs attributs (d'un groupe ceux de la première) et :&lt;/p&gt; &lt;ul&gt;{fields}&lt;/ul&gt; &lt;p&gt;Où les invites ont un champ du même nom, le nouveau finit par _2. Les invites hors du raster ou sur des pixels vides sont nommées dans le journal et laissées de côté.&lt;/p&gt; &lt;p&gt;Les objets peuvent être partout et de toute taille : chacun est regardé où on le voit entier, les grands dans une image plus grossière. La couche peut être de tout SCR. Seules les entités sélectionnées servent si on le demande.&lt;/p&gt;</translation>
  </message>
  <message>
   <source>Which of the model's answers this is: 1 to 3 for a single point (part, object or group), which may mean any of them; 0 for all other prompts, to which the model gives one answer.</source>
   <translation>Laquelle des réponses du modèle c'est : 1 à 3 pour un seul point (partie, objet ou groupe), qui peut désigner chacun ; 0 pour toutes les autres invites, qui ont une seule réponse.</translation>
  </message>
  <message>
   <source>How many pixels of the raster one pixel of the outline is wide: 1 for most objects, 2, 4, ... for those too large to be seen at once otherwise.</source>
   <translation>La largeur d'un pixel du contour en pixels du raster : 1 pour la plupart des objets, 2, 4, ... pour ceux trop grands pour être vus d'un coup autrement.</translation>
  </message>
  <message>
   <source>Bring old polygons up to date (refine)</source>
   <translation>Mettre à jour d'anciens polygones</translation>
  </message>
  <message>
   <source>Draws old polygons again on a new image with SAM 2, and says what is the same, changed or gone.</source>
   <translation>Redessine avec SAM 2 d'anciens polygones sur une nouvelle image et dit ce qui est pareil, changé ou disparu.</translation>
  </message>
  <message>
   <source>&lt;p&gt;Draws known objects again on a newer or better image: footprints, fields, crowns, ponds. Each old polygon tells SAM 2 where to look and what shape to expect; the outline follows the new image, and each object is classed as same, changed or gone. It runs on this computer; no image leaves it.&lt;/p&gt; &lt;p&gt;It does not find objects that are new: run &lt;i&gt;Segment everything&lt;/i&gt; for those. Old outlines that lie beside their objects by more than a third of their size are better moved first.&lt;/p&gt; &lt;h3&gt;The result&lt;/h3&gt; &lt;p&gt;One feature for each polygon, in their order, with all their attributes and:&lt;/p&gt; &lt;ul&gt;{fields}&lt;/ul&gt; &lt;ul&gt; &lt;li&gt;&lt;b&gt;same&lt;/b&gt;: old and new outline share at least &lt;i&gt;Same from IoU&lt;/i&gt;.&lt;/li&gt; &lt;li&gt;&lt;b&gt;changed&lt;/b&gt;: they share less; look at &lt;b&gt;iou_old&lt;/b&gt; and &lt;b&gt;shift_m&lt;/b&gt; for how much.&lt;/li&gt; &lt;li&gt;&lt;b&gt;gone&lt;/b&gt;: they share hardly anything (&lt;i&gt;Gone below IoU&lt;/i&gt;), or the model does not believe in what it sees (&lt;i&gt;Gone below score&lt;/i&gt;). The feature keeps its &lt;b&gt;old&lt;/b&gt; geometry, for you to judge.&lt;/li&gt; &lt;/ul&gt; &lt;p&gt;Where the polygons have a field of the same name, the new one ends in _2. Polygons outside the raster or on pixels without data are listed in the log and left out; of those across its edge the part inside is compared. The limits fit sharp images: look at a few results of each class and move them.&lt;/p&gt;</source>
   <translation>&lt;p&gt;Redessine des objets connus sur une image plus récente ou meilleure : emprises, champs, houppiers, étangs. Chaque ancien polygone dit à SAM 2 où regarder et quelle forme attendre ; le contour suit la nouvelle image, et chaque objet est dit pareil, changé ou disparu. Il tourne sur cet ordinateur ; aucune image n'en sort.&lt;/p&gt; &lt;p&gt;Il ne trouve pas les objets nouveaux : pour eux, &lt;i&gt;Tout segmenter&lt;/i&gt;. Les anciens contours décalés de plus d'un tiers de leur taille sont à déplacer d'abord.&lt;/p&gt; &lt;h3&gt;Le résultat&lt;/h3&gt; &lt;p&gt;Une entité par polygone, dans leur ordre, avec tous leurs attributs et :&lt;/p&gt; &lt;ul&gt;{fields}&lt;/ul&gt; &lt;ul&gt; &lt;li&gt;&lt;b&gt;same&lt;/b&gt; (pareil) : l'ancien et le nouveau contour partagent au moins &lt;i&gt;Pareil à partir de l'IoU&lt;/i&gt;.&lt;/li&gt; &lt;li&gt;&lt;b&gt;changed&lt;/b&gt; (changé) : ils partagent moins ; &lt;b&gt;iou_old&lt;/b&gt; et &lt;b&gt;shift_m&lt;/b&gt; disent combien.&lt;/li&gt; &lt;li&gt;&lt;b&gt;gone&lt;/b&gt; (disparu) : ils ne partagent presque rien (&lt;i&gt;Disparu sous l'IoU&lt;/i&gt;), ou le modèle ne croit pas à ce qu'il voit (&lt;i&gt;Disparu sous le score&lt;/i&gt;). L'entité garde son &lt;b&gt;ancienne&lt;/b&gt; géométrie, à juger.&lt;/li&gt; &lt;/ul&gt; &lt;p&gt;Où les polygones ont un champ du même nom, le nouveau finit par _2. Les polygones hors du raster ou sur des pixels vides sont nommés dans le journal et laissés de côté ; de ceux à cheval sur son bord, la partie intérieure est comparée. Les limites conviennent aux images nettes : regarder quelques résultats de chaque classe et les déplacer.&lt;/p&gt;</translation>
  </message>
  <message>
   <source>same, changed or gone, by the three limits of the run.</source>
   <translation>same, changed ou gone (pareil, changé, disparu), d'après les trois limites du traitement.</translation>
  </message>
  <message>
   <source>Area shared by old and new outline over the area of both (IoU, 0-1).</source>
   <translation>Surface commune à l'ancien et au nouveau contour sur la surface des deux (IoU, 0-1).</translation>
  </message>
  <message>
   <source>How far the centroid has moved, in metres on the ellipsoid; empty for what is gone and without a CRS.</source>
   <translation>De combien le centre a bougé, en mètres sur l'ellipsoïde ; vide pour ce qui est disparu et sans SCR.</translation>
  </message>
  <message>
   <source>Prepare a raster for clicks (encode)</source>
   <translation>Préparer un raster pour les clics (encode)</translation>
  </message>
  <message>
   <source>Lets SAM 2 look at a raster ahead, so that clicks on it are answered at once.</source>
   <translation>Fait regarder un raster à SAM 2 d'avance, pour que les clics y reçoivent une réponse immédiate.</translation>
  </message>
  <message>
   <source>&lt;p&gt;Before SAM 2 can answer a click it has to look at the ground around it, which takes from a part of a second to twenty, by model and computer. This does the looking ahead, for a whole raster or an extent: afterwards every click on the map is answered at once, also after QGIS was closed.&lt;/p&gt; &lt;h3&gt;What it takes&lt;/h3&gt; &lt;p&gt;2 MB on the disk for each window of 512 x 512 pixels with the bundled model, 17 MB for each of 1024 x 1024 with Meta's. If that is more than there is room for, nothing is done, and the message says how much room would do. What was not used for longest makes room for what is new.&lt;/p&gt; &lt;p&gt;A run that is cancelled keeps what it has done, and a second run does only the rest. What is kept belongs to the raster as it is now, to its bands and stretch and to the model: choose the same ones when you click.&lt;/p&gt; &lt;h3&gt;The result&lt;/h3&gt; &lt;p&gt;There is no layer. COUNT is the number of windows, ALREADY_THERE how many of them were there before, SIZE_MB what all of them take.&lt;/p&gt;</source>
   <translation>&lt;p&gt;Avant de répondre à un clic, SAM 2 doit regarder le terrain autour, ce qui prend d'une fraction de seconde à vingt secondes, selon le modèle et l'ordinateur. Ceci regarde d'avance, pour tout un raster ou une emprise : ensuite chaque clic sur la carte reçoit sa réponse aussitôt, même après la fermeture de QGIS.&lt;/p&gt; &lt;h3&gt;Ce que cela prend&lt;/h3&gt; &lt;p&gt;2 Mo sur le disque par fenêtre de 512 x 512 pixels avec le modèle fourni, 17 Mo par fenêtre de 1024 x 1024 avec ceux de Meta. Si c'est plus que la place permise, rien n'est fait, et le message dit quelle place suffirait. Ce qui n'a pas servi depuis le plus longtemps fait place au nouveau.&lt;/p&gt; &lt;p&gt;Un traitement annulé garde ce qu'il a fait, et un second ne fait que le reste. Ce qui est gardé appartient au raster tel qu'il est, à ses bandes, à son étirement et au modèle : choisir les mêmes au moment de cliquer.&lt;/p&gt; &lt;h3&gt;Le résultat&lt;/h3&gt; &lt;p&gt;Il n'y a pas de couche. COUNT est le nombre de fenêtres, ALREADY_THERE combien étaient déjà là, SIZE_MB ce que prennent toutes.&lt;/p&gt;</translation>
  </message>
  <message>
   <source>Number of windows</source>
   <translation>Nombre de fenêtres</translation>
  </message>
  <message>
   <source>Windows that were there before</source>
   <translation>Fenêtres déjà présentes</translation>
  </message>
  <message>
   <source>Size of all windows [MB]</source>
   <translation>Taille de toutes les fenêtres [Mo]</translation>
  </message>
  <message>
   <source>Export masks to NPZ</source>
   <translation>Exporter des masques vers NPZ</translation>
  </message>
  <message>
   <source>Formats</source>
   <translation>Formats</translation>
  </message>
  <message>
   <source>Writes the polygons of a layer as masks on a raster's pixels, for NumPy.</source>
   <translation>Écrit les polygones d'une couche comme masques sur les pixels d'un raster, pour NumPy.</translation>
  </message>
  <message>
   <source>&lt;p&gt;Writes polygons of any origin as masks, for viewers, trackers and training code that read NumPy archives (&lt;i&gt;numpy.load&lt;/i&gt;, without pickles). &lt;i&gt;Import masks from NPZ&lt;/i&gt; brings them back to the same place; polygons along pixel edges come back exactly.&lt;/p&gt; &lt;p&gt;The file holds &lt;b&gt;masks&lt;/b&gt;, &lt;b&gt;centroids&lt;/b&gt; (x, y in pixels), &lt;b&gt;object_ids&lt;/b&gt;, &lt;b&gt;scores&lt;/b&gt; if asked for, and &lt;b&gt;metadata&lt;/b&gt;: JSON with transform and CRS.&lt;/p&gt; &lt;ul&gt; &lt;li&gt;&lt;b&gt;stack&lt;/b&gt;: a mask of the whole raster for every object. Large rasters and many objects make it enormous; above the size limit nothing is written, and the layouts that fit are named.&lt;/li&gt; &lt;li&gt;&lt;b&gt;labels&lt;/b&gt;: one array with the number of the object, or of its class, at every pixel.&lt;/li&gt; &lt;li&gt;&lt;b&gt;tiles&lt;/b&gt;: a stack for every tile that has objects.&lt;/li&gt; &lt;/ul&gt; &lt;p&gt;A pixel belongs to an object when its centre does.&lt;/p&gt;</source>
   <translation>&lt;p&gt;Écrit des polygones de toute origine comme masques, pour les visionneuses, les suivis et les programmes d'entraînement qui lisent les archives NumPy (&lt;i&gt;numpy.load&lt;/i&gt;, sans pickle). &lt;i&gt;Importer des masques depuis NPZ&lt;/i&gt; les ramène à la même place ; les polygones le long des pixels reviennent exactement.&lt;/p&gt; &lt;p&gt;Le fichier contient &lt;b&gt;masks&lt;/b&gt;, &lt;b&gt;centroids&lt;/b&gt; (x, y en pixels), &lt;b&gt;object_ids&lt;/b&gt;, &lt;b&gt;scores&lt;/b&gt; si on le demande, et &lt;b&gt;metadata&lt;/b&gt; : du JSON avec la transformation et le SCR.&lt;/p&gt; &lt;ul&gt; &lt;li&gt;&lt;b&gt;stack&lt;/b&gt; : un masque de tout le raster par objet. De grands rasters et beaucoup d'objets le rendent énorme ; au-dessus de la limite de taille rien n'est écrit, et les dispositions qui conviennent sont nommées.&lt;/li&gt; &lt;li&gt;&lt;b&gt;labels&lt;/b&gt; : un tableau avec le numéro de l'objet, ou de sa classe, à chaque pixel.&lt;/li&gt; &lt;li&gt;&lt;b&gt;tiles&lt;/b&gt; : une pile pour chaque tuile qui a des objets.&lt;/li&gt; &lt;/ul&gt; &lt;p&gt;Un pixel appartient à un objet quand son centre y est.&lt;/p&gt;</translation>
  </message>
  <message>
   <source>Import masks from NPZ</source>
   <translation>Importer des masques depuis NPZ</translation>
  </message>
  <message>
   <source>Draws the masks of a NumPy archive as polygons, where they belong.</source>
   <translation>Dessine les masques d'une archive NumPy comme polygones, à leur place.</translation>
  </message>
  <message>
   <source>&lt;p&gt;Reads an array named &lt;b&gt;masks&lt;/b&gt;: N masks of 0 and 1 (N, height, width), or one array of labels (height, width), and draws a polygon along the pixel edges of each. &lt;b&gt;object_ids&lt;/b&gt; and &lt;b&gt;scores&lt;/b&gt; become attributes.&lt;/p&gt; &lt;p&gt;Files written by &lt;i&gt;Export masks to NPZ&lt;/i&gt; know their place. For others give the raster the masks were made from; without it they come in pixels.&lt;/p&gt; &lt;p&gt;Files with pickled Python objects are refused: reading them would run a program.&lt;/p&gt;</source>
   <translation>&lt;p&gt;Lit un tableau nommé &lt;b&gt;masks&lt;/b&gt; : N masques de 0 et 1 (N, hauteur, largeur), ou un tableau d'étiquettes (hauteur, largeur), et dessine de chacun un polygone le long des pixels. &lt;b&gt;object_ids&lt;/b&gt; et &lt;b&gt;scores&lt;/b&gt; deviennent des attributs.&lt;/p&gt; &lt;p&gt;Les fichiers écrits par &lt;i&gt;Exporter des masques vers NPZ&lt;/i&gt; savent où ils sont. Pour les autres, donner le raster dont les masques sont tirés ; sans lui ils viennent en pixels.&lt;/p&gt; &lt;p&gt;Les fichiers qui contiennent des objets Python en pickle sont refusés : les lire exécuterait un programme.&lt;/p&gt;</translation>
  </message>
  <message>
   <source>Export to COCO</source>
   <translation>Exporter vers COCO</translation>
  </message>
  <message>
   <source>Writes the polygons of a layer as COCO or SA-Co annotations.</source>
   <translation>Écrit les polygones d'une couche comme annotations COCO ou SA-Co.</translation>
  </message>
  <message>
   <source>&lt;p&gt;Writes polygons of any origin as annotations, for training and evaluation with tools that read COCO (pycocotools, Detectron2, MMDetection, ...) or SAM 3's SA-Co.&lt;/p&gt; &lt;ul&gt; &lt;li&gt;&lt;b&gt;instances&lt;/b&gt;: one image, or one for each tile, with annotations and the categories of a field.&lt;/li&gt; &lt;li&gt;&lt;b&gt;results&lt;/b&gt;: the list with scores that COCO's evaluation compares with instances.&lt;/li&gt; &lt;li&gt;&lt;b&gt;saco&lt;/b&gt;: every class is asked of every image as a phrase; images without an object of a class stay in the file as negatives.&lt;/li&gt; &lt;/ul&gt; &lt;p&gt;With &lt;i&gt;Cut into tiles&lt;/i&gt; the pixels of every tile are written beside the file, so that file and tiles together are a data set.&lt;/p&gt;</source>
   <translation>&lt;p&gt;Écrit des polygones de toute origine comme annotations, pour l'entraînement et l'évaluation avec des outils qui lisent COCO (pycocotools, Detectron2, MMDetection, ...) ou SA-Co de SAM 3.&lt;/p&gt; &lt;ul&gt; &lt;li&gt;&lt;b&gt;instances&lt;/b&gt; : une image, ou une par tuile, avec les annotations et les catégories d'un champ.&lt;/li&gt; &lt;li&gt;&lt;b&gt;results&lt;/b&gt; : la liste avec scores que l'évaluation de COCO compare aux instances.&lt;/li&gt; &lt;li&gt;&lt;b&gt;saco&lt;/b&gt; : chaque classe est demandée à chaque image comme groupe de mots ; les images sans objet d'une classe restent dans le fichier comme contre-exemples.&lt;/li&gt; &lt;/ul&gt; &lt;p&gt;Avec &lt;i&gt;Découper en tuiles&lt;/i&gt;, les pixels de chaque tuile sont écrits à côté du fichier : fichier et tuiles forment ensemble un jeu de données.&lt;/p&gt;</translation>
  </message>
  <message>
   <source>Import from COCO</source>
   <translation>Importer depuis COCO</translation>
  </message>
  <message>
   <source>Draws the annotations of a COCO or SA-Co file as polygons, where they belong.</source>
   <translation>Dessine les annotations d'un fichier COCO ou SA-Co comme polygones, à leur place.</translation>
  </message>
  <message>
   <source>&lt;p&gt;Reads instances, lists of results and SA-Co. Run lengths become polygons along pixel edges; polygons stay as they are; an annotation that has only a box becomes a rectangle.&lt;/p&gt; &lt;p&gt;Files written by &lt;i&gt;Export to COCO&lt;/i&gt; know where their images lie. For others give the raster the image was made from; without it the objects come in pixels.&lt;/p&gt;</source>
   <translation>&lt;p&gt;Lit les instances, les listes de résultats et SA-Co. Les plages deviennent des polygones le long des pixels ; les polygones restent tels quels ; une annotation qui n'a qu'un rectangle devient un rectangle.&lt;/p&gt; &lt;p&gt;Les fichiers écrits par &lt;i&gt;Exporter vers COCO&lt;/i&gt; savent où sont leurs images. Pour les autres, donner le raster dont l'image est tirée ; sans lui les objets viennent en pixels.&lt;/p&gt;</translation>
  </message>
  <message>
   <source>Export flat masks to Parquet</source>
   <translation>Exporter des masques plats vers Parquet</translation>
  </message>
  <message>
   <source>Writes the polygons of a layer as a table of masks, for pandas, Arrow and DuckDB.</source>
   <translation>Écrit les polygones d'une couche comme table de masques, pour pandas, Arrow et DuckDB.</translation>
  </message>
  <message>
   <source>&lt;p&gt;Writes a Parquet table with a row for every object, for pipelines that pass masks as flat arrays: &lt;b&gt;mask&lt;/b&gt; (a list of 0 and 1, row after row of the raster's pixels), &lt;b&gt;width&lt;/b&gt;, &lt;b&gt;height&lt;/b&gt;, &lt;b&gt;object_id&lt;/b&gt; and, if asked for, &lt;b&gt;score&lt;/b&gt;. In Python: &lt;i&gt;numpy.reshape(row.mask, (row.height, row.width))&lt;/i&gt;.&lt;/p&gt; &lt;p&gt;The file knows its place: &lt;i&gt;Import flat masks from Parquet&lt;/i&gt; brings the objects back to it.&lt;/p&gt; &lt;p&gt;Every mask is as large as the raster; for large rasters choose COCO, or NPZ with the layout labels or tiles. Parquet needs the package pyarrow in the Python that runs SAM 2.&lt;/p&gt;</source>
   <translation>&lt;p&gt;Écrit une table Parquet avec une ligne par objet, pour les chaînes de traitement qui passent les masques à plat : &lt;b&gt;mask&lt;/b&gt; (une liste de 0 et 1, ligne après ligne des pixels du raster), &lt;b&gt;width&lt;/b&gt;, &lt;b&gt;height&lt;/b&gt;, &lt;b&gt;object_id&lt;/b&gt; et, si on le demande, &lt;b&gt;score&lt;/b&gt;. En Python : &lt;i&gt;numpy.reshape(row.mask, (row.height, row.width))&lt;/i&gt;.&lt;/p&gt; &lt;p&gt;Le fichier sait où il est : &lt;i&gt;Importer des masques plats depuis Parquet&lt;/i&gt; y ramène les objets.&lt;/p&gt; &lt;p&gt;Chaque masque est aussi grand que le raster ; pour les grands rasters, choisir COCO, ou NPZ avec la disposition labels ou tiles. Parquet demande le paquet pyarrow dans le Python qui fait tourner SAM 2.&lt;/p&gt;</translation>
  </message>
  <message>
   <source>Import flat masks from Parquet</source>
   <translation>Importer des masques plats depuis Parquet</translation>
  </message>
  <message>
   <source>Draws the masks of a Parquet table as polygons, where they belong.</source>
   <translation>Dessine les masques d'une table Parquet comme polygones, à leur place.</translation>
  </message>
  <message>
   <source>&lt;p&gt;Reads a table with the columns &lt;b&gt;mask&lt;/b&gt; (a list of 0 and 1, row after row of pixels), &lt;b&gt;width&lt;/b&gt; and &lt;b&gt;height&lt;/b&gt;, and draws a polygon along the pixel edges of each. &lt;b&gt;object_id&lt;/b&gt; and &lt;b&gt;score&lt;/b&gt; become attributes.&lt;/p&gt; &lt;p&gt;Files written by &lt;i&gt;Export flat masks to Parquet&lt;/i&gt; know their place. For others give the raster the masks were made from; without it they come in pixels.&lt;/p&gt;</source>
   <translation>&lt;p&gt;Lit une table avec les colonnes &lt;b&gt;mask&lt;/b&gt; (une liste de 0 et 1, ligne de pixels après ligne), &lt;b&gt;width&lt;/b&gt; et &lt;b&gt;height&lt;/b&gt;, et dessine de chaque masque un polygone le long des pixels. &lt;b&gt;object_id&lt;/b&gt; et &lt;b&gt;score&lt;/b&gt; deviennent des attributs.&lt;/p&gt; &lt;p&gt;Les fichiers écrits par &lt;i&gt;Exporter des masques plats vers Parquet&lt;/i&gt; savent où ils sont. Pour les autres, donner le raster dont les masques sont tirés ; sans lui ils viennent en pixels.&lt;/p&gt;</translation>
  </message>
  <message>
   <source>Export to mask raster</source>
   <translation>Exporter en raster de masques</translation>
  </message>
  <message>
   <source>Writes the polygons of a layer as a GeoTIFF of object or class numbers.</source>
   <translation>Écrit les polygones d'une couche en GeoTIFF de numéros d'objets ou de classes.</translation>
  </message>
  <message>
   <source>&lt;p&gt;Writes a GeoTIFF on the pixels of a reference raster whose values are the numbers of objects or of their classes, 0 where there is nothing. It is tiled, compressed, has overviews, and is as narrow as the numbers allow (8, 16 or 32 bit).&lt;/p&gt; &lt;p&gt;Where objects overlap, the smaller one, the larger one or the one with the higher score shows. The names of numbered classes stand in the band's metadata.&lt;/p&gt;</source>
   <translation>&lt;p&gt;Écrit sur les pixels d'un raster de référence un GeoTIFF dont les valeurs sont les numéros des objets ou de leurs classes, 0 où il n'y a rien. Il est tuilé, compressé, avec des aperçus, et aussi étroit que les numéros le permettent (8, 16 ou 32 bits).&lt;/p&gt; &lt;p&gt;Où des objets se recouvrent, on voit le plus petit, le plus grand ou celui du plus haut score. Les noms des classes numérotées sont dans les métadonnées de la bande.&lt;/p&gt;</translation>
  </message>
  <message>
   <source>Evaluate objects against a reference</source>
   <translation>Évaluer des objets par une référence</translation>
  </message>
  <message>
   <source>Evaluation</source>
   <translation>Évaluation</translation>
  </message>
  <message>
   <source>Says how many objects were found, how well they fit, and which were missed, split or merged.</source>
   <translation>Dit combien d'objets ont été trouvés, s'ils sont justes, et lesquels manquent, sont divisés ou fusionnés.</translation>
  </message>
  <message>
   <source>&lt;p&gt;Matches the objects of two layers one to one so that as many pairs as possible overlap by an IoU of 0.5, and counts. The layers may be in different CRSs.&lt;/p&gt; &lt;p&gt;&lt;b&gt;Objects by outcome&lt;/b&gt; holds both layers' objects: matched, missed (nothing answers for it), false (it answers for nothing), split (one object found in pieces) or merged (several run together).&lt;/p&gt; &lt;p&gt;The &lt;b&gt;report&lt;/b&gt; is a web page of its own with a picture, a histogram and all numbers: precision, recall and F1 at several IoUs, COCO's average precision, panoptic quality, and how far the outlines of matched objects lie apart in metres.&lt;/p&gt;</source>
   <translation>&lt;p&gt;Met les objets de deux couches en correspondance un à un, de sorte que le plus de paires possible se recouvrent avec un IoU de 0,5, et compte. Les couches peuvent être de SCR différents.&lt;/p&gt; &lt;p&gt;&lt;b&gt;Objets par issue&lt;/b&gt; contient les objets des deux couches : trouvé, manqué (rien n'y répond), faux (il ne répond à rien), divisé (un objet trouvé en morceaux) ou fusionné (plusieurs en un).&lt;/p&gt; &lt;p&gt;Le &lt;b&gt;rapport&lt;/b&gt; est une page web à part avec une image, un histogramme et tous les nombres : précision, rappel et F1 à plusieurs IoU, la précision moyenne de COCO, la qualité panoptique, et à combien de mètres les contours des objets trouvés sont l'un de l'autre.&lt;/p&gt;</translation>
  </message>
  <message>
   <source>Precision at IoU 0.5</source>
   <translation>Précision à un IoU de 0,5</translation>
  </message>
  <message>
   <source>Recall at IoU 0.5</source>
   <translation>Rappel à un IoU de 0,5</translation>
  </message>
  <message>
   <source>F1 at IoU 0.5</source>
   <translation>F1 à un IoU de 0,5</translation>
  </message>
  <message>
   <source>Average precision (COCO)</source>
   <translation>Précision moyenne (AP de COCO)</translation>
  </message>
  <message>
   <source>Panoptic quality</source>
   <translation>Qualité panoptique</translation>
  </message>
  <message>
   <source>Mean IoU of matches</source>
   <translation>IoU moyen des correspondances</translation>
  </message>
  <message>
   <source>Overlapping objects</source>
   <translation>Objets qui se recouvrent</translation>
  </message>
  <message>
   <source>Objects</source>
   <translation>Objets</translation>
  </message>
  <message>
   <source>Lists the pairs of objects that overlap, with the shared area and its shares.</source>
   <translation>Liste les paires d'objets qui se recouvrent, avec la surface commune et ses parts.</translation>
  </message>
  <message>
   <source>&lt;p&gt;Finds every pair of objects that share area, nested ones too, and draws the shared area with the numbers of both objects, its size in square metres, its share of each, and the IoU.&lt;/p&gt; &lt;p&gt;A share of 1 says that an object lies inside the other; two shares near 1, that they are duplicates.&lt;/p&gt;</source>
   <translation>&lt;p&gt;Trouve chaque paire d'objets qui partagent de la surface, emboîtés aussi, et dessine la surface commune avec les numéros des deux objets, sa taille en mètres carrés, sa part de chacun et l'IoU.&lt;/p&gt; &lt;p&gt;Une part de 1 dit qu'un objet est dans l'autre ; deux parts proches de 1, que ce sont des doubles.&lt;/p&gt;</translation>
  </message>
  <message>
   <source>Object statistics</source>
   <translation>Statistiques des objets</translation>
  </message>
  <message>
   <source>Adds what the pixels under every object say: mean, range and spread of every band.</source>
   <translation>Ajoute ce que disent les pixels sous chaque objet : moyenne, étendue et dispersion de chaque bande.</translation>
  </message>
  <message>
   <source>&lt;p&gt;Keeps the objects with all their attributes and adds &lt;b&gt;covered&lt;/b&gt; (share of the object's pixels that hold data), &lt;b&gt;centre_x&lt;/b&gt; and &lt;b&gt;centre_y&lt;/b&gt; (its centroid), and &lt;b&gt;b1_mean&lt;/b&gt;, &lt;b&gt;b1_min&lt;/b&gt;, &lt;b&gt;b1_max&lt;/b&gt;, &lt;b&gt;b1_std&lt;/b&gt; and so on for every band of the raster.&lt;/p&gt; &lt;p&gt;A pixel belongs to an object when its centre does; pixels without data do not count.&lt;/p&gt;</source>
   <translation>&lt;p&gt;Garde les objets avec tous leurs attributs et ajoute &lt;b&gt;covered&lt;/b&gt; (part des pixels de l'objet qui ont des données), &lt;b&gt;centre_x&lt;/b&gt; et &lt;b&gt;centre_y&lt;/b&gt; (son centre), et &lt;b&gt;b1_mean&lt;/b&gt;, &lt;b&gt;b1_min&lt;/b&gt;, &lt;b&gt;b1_max&lt;/b&gt;, &lt;b&gt;b1_std&lt;/b&gt; et ainsi de suite pour chaque bande du raster.&lt;/p&gt; &lt;p&gt;Un pixel appartient à un objet quand son centre y est ; les pixels vides ne comptent pas.&lt;/p&gt;</translation>
  </message>
  <message>
   <source>Extract objects from a raster</source>
   <translation>Extraire des objets d'un raster</translation>
  </message>
  <message>
   <source>Cuts a raster to every object: a GeoTIFF each, transparent outside, or one for all.</source>
   <translation>Découpe un raster selon chaque objet : un GeoTIFF chacun, transparent autour, ou un pour tous.</translation>
  </message>
  <message>
   <source>&lt;p&gt;Writes a GeoTIFF for every object: the raster's own values and bands, georeferenced, with a mask that hides what is not the object. The files are named by a field or numbered. With the layout &lt;b&gt;atlas&lt;/b&gt; all objects stand side by side in one picture instead.&lt;/p&gt; &lt;p&gt;The &lt;b&gt;index&lt;/b&gt; is a layer of the objects with &lt;b&gt;name&lt;/b&gt;, &lt;b&gt;file&lt;/b&gt; and the picture's place in it: &lt;b&gt;x&lt;/b&gt;, &lt;b&gt;y&lt;/b&gt;, &lt;b&gt;width&lt;/b&gt; and &lt;b&gt;height&lt;/b&gt; in pixels from the top left.&lt;/p&gt;</source>
   <translation>&lt;p&gt;Écrit un GeoTIFF par objet : les valeurs et bandes mêmes du raster, géoréférencées, avec un masque qui cache ce qui n'est pas l'objet. Les fichiers sont nommés d'après un champ ou numérotés. Avec la disposition &lt;b&gt;atlas&lt;/b&gt;, tous les objets sont côte à côte dans une seule image.&lt;/p&gt; &lt;p&gt;L'&lt;b&gt;index&lt;/b&gt; est une couche des objets avec &lt;b&gt;name&lt;/b&gt;, &lt;b&gt;file&lt;/b&gt; et la place de l'image dans ce fichier : &lt;b&gt;x&lt;/b&gt;, &lt;b&gt;y&lt;/b&gt;, &lt;b&gt;width&lt;/b&gt; et &lt;b&gt;height&lt;/b&gt; en pixels depuis le coin en haut à gauche.&lt;/p&gt;</translation>
  </message>
  <message>
   <source>Remove objects from a raster</source>
   <translation>Effacer des objets d'un raster</translation>
  </message>
  <message>
   <source>Fills objects from what is around them, as if they were not there.</source>
   <translation>Remplit des objets d'après ce qui les entoure, comme s'ils n'y étaient pas.</translation>
  </message>
  <message>
   <source>&lt;p&gt;Copies a raster and fills every object from around it (inpainting): cars on a road, boats on a lake. Values stay in the raster's own type and within the range of what is around; pixels outside the objects and their margin are not touched.&lt;/p&gt; &lt;p&gt;It looks right for objects that are small beside their surroundings. What was under them is not known to anybody: do not measure there.&lt;/p&gt;</source>
   <translation>&lt;p&gt;Copie un raster et remplit chaque objet d'après ce qui l'entoure (inpainting) : des voitures sur une route, des bateaux sur un lac. Les valeurs restent du type du raster et dans l'étendue de ce qui est autour ; les pixels hors des objets et de leur marge ne sont pas touchés.&lt;/p&gt; &lt;p&gt;Le résultat paraît juste pour des objets petits par rapport à ce qui les entoure. Ce qui était dessous, personne ne le sait : ne pas y mesurer.&lt;/p&gt;</translation>
  </message>
  <message>
   <source>Raster</source>
   <translation>Raster</translation>
  </message>
  <message>
   <source>The raster to segment: any file GDAL opens.</source>
   <translation>Le raster à segmenter : tout fichier que GDAL ouvre.</translation>
  </message>
  <message>
   <source>Bands</source>
   <translation>Bandes</translation>
  </message>
  <message>
   <source>One band (shown to the model as grey) or three (as red, green, blue). Left empty: the bands tagged red, green and blue, else bands 1, 2, 3, else band 1. False colour such as near infrared, red, green often separates vegetation better.</source>
   <translation>Une bande (montrée en gris au modèle) ou trois (rouge, vert, bleu). Vide : les bandes marquées rouge, vert et bleu, sinon 1, 2, 3, sinon la bande 1. Les fausses couleurs, comme proche infrarouge, rouge, vert, séparent souvent mieux la végétation.</translation>
  </message>
  <message>
   <source>Extent</source>
   <translation>Emprise</translation>
  </message>
  <message>
   <source>Only this part of the raster is segmented, and the stretch is computed from it. Any CRS. Objects cut by its edge are marked in touches_edge.</source>
   <translation>Seule cette partie du raster est segmentée, et l'étirement en est calculé. SCR quelconque. Les objets coupés par son bord sont marqués dans touches_edge.</translation>
  </message>
  <message>
   <source>Area of interest</source>
   <translation>Zone d'intérêt</translation>
  </message>
  <message>
   <source>A polygon layer, in any CRS. Objects are cut to its polygons; tiles outside it are skipped.</source>
   <translation>Une couche de polygones, de SCR quelconque. Les objets sont coupés à ses polygones ; les tuiles hors d'eux sont sautées.</translation>
  </message>
  <message>
   <source>Resolution</source>
   <translation>Résolution</translation>
  </message>
  <message>
   <source>Work on a coarser grid with this pixel size. The model sees more ground at once and finds larger objects, such as whole fields or lakes, faster. 0 = the raster's own resolution.</source>
   <translation>Travailler sur une grille plus grossière avec cette taille de pixel. Le modèle voit plus de terrain à la fois et trouve plus vite des objets plus grands, comme des champs entiers ou des lacs. 0 = la résolution du raster.</translation>
  </message>
  <message>
   <source>raster units per pixel</source>
   <translation>unités du raster par pixel</translation>
  </message>
  <message>
   <source>Stretch to 8 bit</source>
   <translation>Étirement en 8 bits</translation>
  </message>
  <message>
   <source>How values become the 0-255 the model reads; one stretch for the whole raster or extent, nodata excluded. auto: none for 8-bit rasters, percentile for all others. percentile: between the two percentages below. minmax: the full range. stddev: mean plus or minus two standard deviations. none: 8-bit values as they are. values: between the values given below.</source>
   <translation>Comment les valeurs deviennent les 0 à 255 que lit le modèle ; un seul étirement pour tout le raster ou l'emprise, sans les pixels vides. auto : none pour les rasters 8 bits, percentile pour les autres. percentile : entre les deux pourcentages ci-dessous. minmax : toute l'étendue. stddev : moyenne plus ou moins deux écarts types. none : les valeurs 8 bits telles quelles. values : entre les valeurs données ci-dessous.</translation>
  </message>
  <message>
   <source>Stretch from</source>
   <translation>Étirer depuis</translation>
  </message>
  <message>
   <source>Values below this percentile become black (percentile stretch). Raise it if haze hides contrast.</source>
   <translation>Les valeurs sous ce centile deviennent noires (étirement percentile). À augmenter si la brume cache le contraste.</translation>
  </message>
  <message>
   <source>%</source>
   <translation>%</translation>
  </message>
  <message>
   <source>Stretch to</source>
   <translation>Étirer jusqu'à</translation>
  </message>
  <message>
   <source>Values above this percentile become white (percentile stretch). Lower it if a few bright roofs or clouds leave the rest dark.</source>
   <translation>Les valeurs au-dessus de ce centile deviennent blanches (étirement percentile). À baisser si quelques toits clairs ou nuages laissent le reste sombre.</translation>
  </message>
  <message>
   <source>Stretch values</source>
   <translation>Valeurs de l'étirement</translation>
  </message>
  <message>
   <source>For STRETCH values: what becomes black and white, as low:high for each band in its order, or once for all, such as 0:3000, 0:3000, 0:2500. Rasters of one series look alike with the same values.</source>
   <translation>Pour STRETCH values : ce qui devient noir et blanc, bas:haut pour chaque bande dans son ordre, ou une fois pour toutes, comme 0:3000, 0:3000, 0:2500. Avec les mêmes valeurs, les rasters d'une série se ressemblent.</translation>
  </message>
  <message>
   <source>Model</source>
   <translation>Modèle</translation>
  </message>
  <message>
   <source>pico comes with the plugin and needs no download; its outlines are rough. Meta's SAM 2.1 models are larger and more accurate; the options of SAM 2 Toolbox or scripts/models.py download them.</source>
   <translation>pico vient avec l'extension, sans téléchargement ; ses contours sont grossiers. Les modèles SAM 2.1 de Meta sont plus grands et plus précis ; on les télécharge dans les options de SAM 2 Toolbox ou par scripts/models.py.</translation>
  </message>
  <message>
   <source>Own checkpoint</source>
   <translation>Fichier de poids personnel</translation>
  </message>
  <message>
   <source>A SAM 2 checkpoint file (.pt) to use instead of the model chosen above.</source>
   <translation>Un fichier de poids SAM 2 (.pt) à utiliser au lieu du modèle choisi ci-dessus.</translation>
  </message>
  <message>
   <source>Own config</source>
   <translation>Configuration personnelle</translation>
  </message>
  <message>
   <source>The YAML that describes the own checkpoint. Left empty: the one of Meta's configs, or the bundled model's, that fits the checkpoint.</source>
   <translation>Le YAML qui décrit ces poids. Vide : celle des configurations de Meta, ou du modèle fourni, qui leur convient.</translation>
  </message>
  <message>
   <source>Device</source>
   <translation>Appareil</translation>
  </message>
  <message>
   <source>auto takes what the options of SAM 2 Toolbox say; where they say auto too, an NVIDIA GPU (cuda) if there is one, else Apple's (mps), else the processor (cpu).</source>
   <translation>auto prend ce que disent les options de SAM 2 Toolbox ; si elles disent auto aussi, un GPU NVIDIA (cuda) s'il y en a un, sinon celui d'Apple (mps), sinon le processeur (cpu).</translation>
  </message>
  <message>
   <source>Precision</source>
   <translation>Précision de calcul</translation>
  </message>
  <message>
   <source>float32 is the reference. bfloat16 runs the image encoder in half precision: faster on GPUs and on processors that have it, and a few masks change.</source>
   <translation>float32 est la référence. bfloat16 calcule l'encodeur d'image en demi-précision : plus rapide sur les GPU et les processeurs qui l'ont, et quelques masques changent.</translation>
  </message>
  <message>
   <source>Processor threads</source>
   <translation>Fils du processeur</translation>
  </message>
  <message>
   <source>How many cores the model may use where it runs on the processor. 0 = as the options of SAM 2 Toolbox say; where they say 0 too, all. Changes speed, not the result.</source>
   <translation>Combien de cœurs le modèle peut utiliser sur le processeur. 0 = comme dans les options de SAM 2 Toolbox ; si elles disent 0 aussi, tous. Change la vitesse, pas le résultat.</translation>
  </message>
  <message>
   <source>Points per side</source>
   <translation>Points par côté</translation>
  </message>
  <message>
   <source>A grid of this many by this many points is put on every tile; each point proposes masks. More points find smaller objects; time grows with the square.</source>
   <translation>Une grille d'autant sur autant de points est posée sur chaque tuile ; chaque point propose des masques. Plus de points trouvent des objets plus petits ; le temps croît au carré.</translation>
  </message>
  <message>
   <source>Points per batch</source>
   <translation>Points par lot</translation>
  </message>
  <message>
   <source>How many points the model answers at once. Changes speed and memory, not the result. It is halved by itself when a GPU runs out of memory.</source>
   <translation>À combien de points le modèle répond à la fois. Change la vitesse et la mémoire, pas le résultat. Divisé par deux de lui-même quand la mémoire d'un GPU ne suffit pas.</translation>
  </message>
  <message>
   <source>Predicted IoU at least</source>
   <translation>IoU prédit au moins</translation>
  </message>
  <message>
   <source>Keep a mask only if the model expects it to overlap the true object by this much (0-1). Lower it to get more objects and more mistakes. Left as it is, 0.45 with the model pico.</source>
   <translation>Garder un masque seulement si le modèle s'attend à ce qu'il recouvre autant le vrai objet (0-1). Plus bas : plus d'objets et plus d'erreurs. Sans changement, 0,45 avec le modèle pico.</translation>
  </message>
  <message>
   <source>Stability at least</source>
   <translation>Stabilité au moins</translation>
  </message>
  <message>
   <source>Keep a mask only if it hardly changes when the cut-off of its logits moves by the offset below (0-1). Lower it for soft outlines such as crowns.</source>
   <translation>Garder un masque seulement s'il change à peine quand le seuil de ses logits bouge de l'écart ci-dessous (0-1). À baisser pour des contours mous comme les houppiers.</translation>
  </message>
  <message>
   <source>Stability offset</source>
   <translation>Écart de stabilité</translation>
  </message>
  <message>
   <source>How far the cut-off is moved, up and down, to measure stability.</source>
   <translation>De combien le seuil est déplacé, vers le haut et vers le bas, pour mesurer la stabilité.</translation>
  </message>
  <message>
   <source>logits</source>
   <translation>logits</translation>
  </message>
  <message>
   <source>Mask threshold</source>
   <translation>Seuil du masque</translation>
  </message>
  <message>
   <source>Pixels with logits above this belong to the mask. Higher gives tighter masks.</source>
   <translation>Les pixels dont les logits le dépassent font partie du masque. Plus haut, les masques sont plus serrés.</translation>
  </message>
  <message>
   <source>Duplicate boxes from</source>
   <translation>Rectangles doubles à partir de</translation>
  </message>
  <message>
   <source>Two masks whose boxes overlap by more than this (IoU) are one object; the better is kept. Left as it is, 0.5 with the model pico.</source>
   <translation>Deux masques dont les rectangles se recouvrent davantage (IoU) sont un seul objet ; le meilleur reste. Sans changement, 0,5 avec le modèle pico.</translation>
  </message>
  <message>
   <source>Crop layers</source>
   <translation>Niveaux de découpe</translation>
  </message>
  <message>
   <source>Run again on 2 x 2, 4 x 4, ... enlarged crops of every tile to find small objects. Each layer costs about four times the one before.</source>
   <translation>Recommencer sur 2 x 2, 4 x 4, ... découpes agrandies de chaque tuile pour trouver de petits objets. Chaque niveau coûte environ quatre fois le précédent.</translation>
  </message>
  <message>
   <source>Duplicate boxes between crops from</source>
   <translation>Rectangles doubles entre découpes à partir de</translation>
  </message>
  <message>
   <source>As above, between masks of different crops; the mask of the smaller crop is kept.</source>
   <translation>Comme ci-dessus, entre masques de découpes différentes ; celui de la plus petite découpe reste.</translation>
  </message>
  <message>
   <source>Crop overlap</source>
   <translation>Recouvrement des découpes</translation>
  </message>
  <message>
   <source>Overlap of neighbouring crops as a share of the tile, in the first crop layer; halved in each further one.</source>
   <translation>Recouvrement des découpes voisines en part de la tuile, au premier niveau ; divisé par deux à chaque niveau suivant.</translation>
  </message>
  <message>
   <source>Fewer points in crops</source>
   <translation>Moins de points dans les découpes</translation>
  </message>
  <message>
   <source>In crop layer n the points per side are divided by this number to the power n.</source>
   <translation>Au niveau de découpe n, les points par côté sont divisés par ce nombre à la puissance n.</translation>
  </message>
  <message>
   <source>Remove regions below</source>
   <translation>Ôter les régions sous</translation>
  </message>
  <message>
   <source>Holes and separate islands of a mask smaller than this are removed. 0 = none.</source>
   <translation>Les trous et les îlots d'un masque plus petits que cela sont ôtés. 0 = aucun.</translation>
  </message>
  <message>
   <source>pixels</source>
   <translation>pixels</translation>
  </message>
  <message>
   <source>Refine masks once more</source>
   <translation>Affiner les masques encore une fois</translation>
  </message>
  <message>
   <source>Feed each mask back to the model for one more step. Slower, sometimes cleaner outlines.</source>
   <translation>Rendre chaque masque au modèle pour un pas de plus. Plus lent, contours parfois plus nets.</translation>
  </message>
  <message>
   <source>Three masks per point</source>
   <translation>Trois masques par point</translation>
  </message>
  <message>
   <source>Each point proposes part, object and group. Off: one mask per point, with fewer nested objects.</source>
   <translation>Chaque point propose partie, objet et groupe. Désactivé : un masque par point, avec moins d'objets emboîtés.</translation>
  </message>
  <message>
   <source>Skip points in found objects</source>
   <translation>Sauter les points des objets trouvés</translation>
  </message>
  <message>
   <source>Points that lie in an object found already are not asked. Faster where objects are large; loses objects inside other objects.</source>
   <translation>Les points qui sont dans un objet déjà trouvé ne sont pas demandés. Plus rapide où les objets sont grands ; perd les objets dans d'autres objets.</translation>
  </message>
  <message>
   <source>Outline</source>
   <translation>Contour</translation>
  </message>
  <message>
   <source>pixel: exactly along pixel edges; the polygon's area is the pixels' area. smooth: sub-pixel lines from the model's own certainty, with fewer vertices. rectilinear: right angles on the ground, for buildings; an object they fit badly (IoU with the mask below 0.85, or a point farther off than 4 pixels and 12 % of the object's width) keeps its pixel outline, simplified.</source>
   <translation>pixel : exactement le long des pixels ; la surface du polygone est celle des pixels. smooth : lignes plus fines que le pixel d'après la certitude du modèle, avec moins de sommets. rectilinear : angles droits au sol, pour les bâtiments ; un objet auquel ils vont mal (IoU avec le masque sous 0,85, ou un point éloigné de plus de 4 pixels et 12 % de la largeur) garde son contour de pixels, simplifié.</translation>
  </message>
  <message>
   <source>Simplify</source>
   <translation>Simplifier</translation>
  </message>
  <message>
   <source>Leave out vertices that move the outline by at most this. 0 = keep all. With rectilinear outlines: straighten edges shorter than this. 0 = 3 pixels.</source>
   <translation>Laisser de côté les sommets qui déplacent le contour d'au plus cela. 0 = tout garder. Avec des contours à angles droits : redresser les côtés plus courts. 0 = 3 pixels.</translation>
  </message>
  <message>
   <source>Smallest object</source>
   <translation>Plus petit objet</translation>
  </message>
  <message>
   <source>Leave out objects below this area. 0 = no limit.</source>
   <translation>Laisser de côté les objets sous cette surface. 0 = pas de limite.</translation>
  </message>
  <message>
   <source>m²</source>
   <translation>m²</translation>
  </message>
  <message>
   <source>Largest object</source>
   <translation>Plus grand objet</translation>
  </message>
  <message>
   <source>Leave out objects above this area. 0 = no limit.</source>
   <translation>Laisser de côté les objets au-dessus de cette surface. 0 = pas de limite.</translation>
  </message>
  <message>
   <source>Tile size</source>
   <translation>Taille des tuiles</translation>
  </message>
  <message>
   <source>Side of the square the model sees at once. 0 = the model's own input size, so that nothing is resampled. Smaller tiles are enlarged for the model and find smaller objects, at more time.</source>
   <translation>Côté du carré que le modèle voit à la fois. 0 = la taille d'entrée du modèle, sans rééchantillonnage. Des tuiles plus petites sont agrandies pour le modèle : il trouve des objets plus petits, en plus de temps.</translation>
  </message>
  <message>
   <source>Overlap</source>
   <translation>Recouvrement</translation>
  </message>
  <message>
   <source>How far neighbouring tiles overlap. Objects are joined across tiles in the overlap; make it at least as wide as a usual object where time allows. At most half the tile size.</source>
   <translation>De combien les tuiles voisines se recouvrent. Les objets y sont joints d'une tuile à l'autre ; qu'il soit au moins aussi large qu'un objet courant si le temps le permet. Au plus la moitié d'une tuile.</translation>
  </message>
  <message>
   <source>Dask scheduler</source>
   <translation>Ordonnanceur Dask</translation>
  </message>
  <message>
   <source>Segment the tiles on a Dask cluster: the address of its scheduler, such as tls://cluster.example.org:8786. The raster must be readable under the same path on every worker. Left empty: on this computer. The result is the same. See docs/scale.md.</source>
   <translation>Segmenter les tuiles sur une grappe Dask : l'adresse de son ordonnanceur, telle que tls://cluster.example.org:8786. Le raster doit être lisible sous le même chemin sur chaque machine. Vide : sur cet ordinateur. Le résultat est le même. Voir docs/scale.md.</translation>
  </message>
  <message>
   <source>Cluster's authority</source>
   <translation>Autorité de la grappe</translation>
  </message>
  <message>
   <source>For a tls:// address: the certificate of the authority that signed the cluster's certificates.</source>
   <translation>Pour une adresse tls:// : le certificat de l'autorité qui a signé les certificats de la grappe.</translation>
  </message>
  <message>
   <source>Own certificate</source>
   <translation>Certificat de cet ordinateur</translation>
  </message>
  <message>
   <source>For a tls:// address: the certificate this computer shows to the cluster.</source>
   <translation>Pour une adresse tls:// : le certificat que cet ordinateur montre à la grappe.</translation>
  </message>
  <message>
   <source>Own private key</source>
   <translation>Clé privée de cet ordinateur</translation>
  </message>
  <message>
   <source>For a tls:// address: the key of the own certificate, where it is not in the same file.</source>
   <translation>Pour une adresse tls:// : la clé de ce certificat, si elle n'est pas dans le même fichier.</translation>
  </message>
  <message>
   <source>Allow an unencrypted cluster</source>
   <translation>Permettre une grappe non chiffrée</translation>
  </message>
  <message>
   <source>Take a tcp:// address of another computer. Whoever can read or change that traffic can run programs on this computer and on the cluster: only in a network you trust.</source>
   <translation>Accepter l'adresse tcp:// d'un autre ordinateur. Qui peut lire ou modifier ce trafic peut exécuter des programmes sur cet ordinateur et sur la grappe : seulement dans un réseau de confiance.</translation>
  </message>
  <message>
   <source>Mode</source>
   <translation>Mode</translation>
  </message>
  <message>
   <source>objects: every object as found; they may overlap and lie inside each other. coverage: every place belongs to one object at most, the smallest; neighbours share their border.</source>
   <translation>objects : chaque objet comme il a été trouvé ; ils peuvent se recouvrir et s'emboîter. coverage : chaque lieu appartient à un objet au plus, le plus petit ; les voisins partagent leur limite.</translation>
  </message>
  <message>
   <source>Keep what the model has seen</source>
   <translation>Garder ce que le modèle a vu</translation>
  </message>
  <message>
   <source>Clicks on the map are then answered at once wherever this run has been. Takes 2 MB a tile on the disk with the bundled model, 17 MB with Meta's, at the expense of what was kept before; tiles segmented on a cluster are not kept.</source>
   <translation>Les clics sur la carte reçoivent alors une réponse immédiate partout où ce traitement est passé. Prend sur le disque 2 Mo par tuile avec le modèle fourni, 17 Mo avec ceux de Meta, aux dépens de ce qui était gardé avant ; les tuiles segmentées sur une grappe ne sont pas gardées.</translation>
  </message>
  <message>
   <source>Fill gaps at a coarser scale</source>
   <translation>Combler les vides à une échelle plus grossière</translation>
  </message>
  <message>
   <source>Look once more, with coarser pixels, at places where nothing was found. Finds objects larger than a tile, such as lakes and long fields.</source>
   <translation>Regarder encore une fois, avec des pixels plus gros, où rien n'a été trouvé. Trouve les objets plus grands qu'une tuile, comme les lacs et les longs champs.</translation>
  </message>
  <message>
   <source>Continue an interrupted run</source>
   <translation>Continuer un traitement interrompu</translation>
  </message>
  <message>
   <source>Go on where a run with the same raster and settings was interrupted, by a power cut, a full disk or a closed QGIS. Tiles done already are not segmented again.</source>
   <translation>Reprendre où un traitement du même raster avec les mêmes réglages a été interrompu, par une coupure de courant, un disque plein ou un QGIS fermé. Les tuiles faites ne sont pas refaites.</translation>
  </message>
  <message>
   <source>Label raster</source>
   <translation>Raster d'étiquettes</translation>
  </message>
  <message>
   <source>Also write a GeoTIFF whose pixels hold the object_id, 0 where there is none. Where objects overlap the smaller one is on top.</source>
   <translation>Écrire aussi un GeoTIFF dont les pixels contiennent l'object_id, 0 où il n'y a rien. Où des objets se recouvrent, le plus petit est dessus.</translation>
  </message>
  <message>
   <source>Run record</source>
   <translation>Procès-verbal</translation>
  </message>
  <message>
   <source>Also write a JSON file with everything needed to repeat the run: raster, parameters, model and its SHA-256, versions, counts and times.</source>
   <translation>Écrire aussi un fichier JSON avec tout ce qu'il faut pour refaire le traitement : raster, paramètres, modèle et son SHA-256, versions, nombres et temps.</translation>
  </message>
  <message>
   <source>Prompts</source>
   <translation>Invites</translation>
  </message>
  <message>
   <source>The layer that points at the objects: points, lines, boxes or polygons, in any CRS. Only selected features, or those a filter lets through, where you ask for that.</source>
   <translation>La couche qui indique les objets : points, lignes, rectangles ou polygones, de SCR quelconque. Seules les entités sélectionnées, ou celles que laisse passer un filtre, si on le demande.</translation>
  </message>
  <message>
   <source>Label field</source>
   <translation>Champ d'étiquette</translation>
  </message>
  <message>
   <source>Holds 1 for features that lie on the object and 0 for features beside it (background). Left empty: all lie on their object. Background is of use together with a group field.</source>
   <translation>Contient 1 pour les entités qui sont sur l'objet et 0 pour celles à côté (fond). Vide : toutes sont sur leur objet. Le fond sert avec un champ de groupe.</translation>
  </message>
  <message>
   <source>Group field</source>
   <translation>Champ de groupe</translation>
  </message>
  <message>
   <source>Features with the same value here prompt one object together, such as two points on it, one beside it and a box around it. Left empty, or where a feature has no value: each feature is an object.</source>
   <translation>Les entités de même valeur indiquent ensemble un objet, comme deux points dessus, un à côté et un rectangle autour. Vide, ou sans valeur : chaque entité est un objet.</translation>
  </message>
  <message>
   <source>Polygons are</source>
   <translation>Les polygones sont</translation>
  </message>
  <message>
   <source>box: only the rectangle around a polygon counts; for boxes and detections. mask: its shape counts too, as a first guess of the object; for outlines that are nearly right.</source>
   <translation>box : seul compte le rectangle autour d'un polygone ; pour les rectangles et détections. mask : sa forme compte aussi, comme première idée de l'objet ; pour des contours presque justes.</translation>
  </message>
  <message>
   <source>Old polygons</source>
   <translation>Anciens polygones</translation>
  </message>
  <message>
   <source>The outlines as they were, in any CRS: one object for each feature.</source>
   <translation>Les contours tels qu'ils étaient, de SCR quelconque : un objet par entité.</translation>
  </message>
  <message>
   <source>Same from IoU</source>
   <translation>Pareil à partir de l'IoU</translation>
  </message>
  <message>
   <source>An object is the same where old and new outline share at least this much (area of both in common over the area of either, 0-1). Lower it where the old outlines are rough or shifted against the image.</source>
   <translation>Un objet est pareil où l'ancien et le nouveau contour partagent au moins autant (surface commune sur surface des deux, 0-1). À baisser où les anciens contours sont grossiers ou décalés par rapport à l'image.</translation>
  </message>
  <message>
   <source>Gone below IoU</source>
   <translation>Disparu sous l'IoU</translation>
  </message>
  <message>
   <source>An object is gone where what the model sees in its place shares less than this with the old outline (0-1).</source>
   <translation>Un objet est disparu où ce que le modèle voit à sa place partage moins avec l'ancien contour (0-1).</translation>
  </message>
  <message>
   <source>Gone below score</source>
   <translation>Disparu sous le score</translation>
  </message>
  <message>
   <source>An object is gone where the model itself expects its outline to be worse than this (predicted IoU, 0-1). 0 = do not ask for it.</source>
   <translation>Un objet est disparu où le modèle lui-même juge son contour plus mauvais (IoU prédit, 0-1). 0 = ne pas le demander.</translation>
  </message>
  <message>
   <source>Only windows that show this part of the raster are encoded. Any CRS. The stretch is computed from the whole raster all the same, as for clicks.</source>
   <translation>Seules les fenêtres qui montrent cette partie du raster sont préparées. SCR quelconque. L'étirement est tout de même calculé sur tout le raster, comme pour les clics.</translation>
  </message>
  <message>
   <source>How far neighbouring windows overlap. 0 = a quarter of a window. More puts every place nearer to the middle of some window, where the model sees all around it; at most half a window.</source>
   <translation>De combien les fenêtres voisines se recouvrent. 0 = un quart de fenêtre. Davantage rapproche chaque lieu du milieu d'une fenêtre, où le modèle voit tout autour ; au plus une demi-fenêtre.</translation>
  </message>
  <message>
   <source>Also for zooming out</source>
   <translation>Aussi pour les petites échelles</translation>
  </message>
  <message>
   <source>Encode coarser windows too, down to one that shows the whole raster: for large objects, and for clicks on a map that is zoomed out. Takes a third more time and space.</source>
   <translation>Préparer aussi des fenêtres plus grossières, jusqu'à une qui montre tout le raster : pour de grands objets et pour les clics sur une carte à petite échelle. Prend un tiers de temps et de place en plus.</translation>
  </message>
  <message>
   <source>Room for encoded windows</source>
   <translation>Place pour les fenêtres préparées</translation>
  </message>
  <message>
   <source>How much all encoded windows, of all rasters, may take on the disk; those not used for longest are removed first. 0 = as set before (at first 4096). Any other number is kept for later.</source>
   <translation>Combien toutes les fenêtres préparées, de tous les rasters, peuvent prendre sur le disque ; celles qui n'ont pas servi depuis le plus longtemps partent d'abord. 0 = comme réglé avant (d'abord 4096). Tout autre nombre est gardé pour la suite.</translation>
  </message>
  <message>
   <source>MB</source>
   <translation>Mo</translation>
  </message>
  <message>
   <source>Polygons</source>
   <translation>Polygones</translation>
  </message>
  <message>
   <source>The layer to export, of any origin.</source>
   <translation>La couche à exporter, de toute origine.</translation>
  </message>
  <message>
   <source>Reference raster</source>
   <translation>Raster de référence</translation>
  </message>
  <message>
   <source>The masks get this raster's pixels. Left empty: square pixels of the size below over the extent.</source>
   <translation>Les masques prennent les pixels de ce raster. Vide : des pixels carrés de la taille ci-dessous sur l'emprise.</translation>
  </message>
  <message>
   <source>Without a reference raster: the area of the masks. Left empty: that of the polygons.</source>
   <translation>Sans raster de référence : la zone des masques. Vide : celle des polygones.</translation>
  </message>
  <message>
   <source>Pixel size</source>
   <translation>Taille de pixel</translation>
  </message>
  <message>
   <source>Without a reference raster: side of a pixel in units of the layer's CRS.</source>
   <translation>Sans raster de référence : côté d'un pixel en unités du SCR de la couche.</translation>
  </message>
  <message>
   <source>map units</source>
   <translation>unités de carte</translation>
  </message>
  <message>
   <source>Side of a tile where the masks are cut into tiles.</source>
   <translation>Côté d'une tuile où les masques sont découpés en tuiles.</translation>
  </message>
  <message>
   <source>Layout</source>
   <translation>Disposition</translation>
  </message>
  <message>
   <source>stack: one mask after the other, N x height x width. labels: one array of height x width with the number of the object, or of its class, at every pixel; the smaller of two objects is on top. tiles: a stack for every tile with objects, each a file of its own.</source>
   <translation>stack : un masque après l'autre, N x hauteur x largeur. labels : un tableau de hauteur x largeur avec le numéro de l'objet, ou de sa classe, à chaque pixel ; le plus petit de deux objets est dessus. tiles : une pile pour chaque tuile qui a des objets, un fichier chacune.</translation>
  </message>
  <message>
   <source>Number field</source>
   <translation>Champ de numéro</translation>
  </message>
  <message>
   <source>Whole numbers for object_ids and labels. Left empty: 1, 2, 3 ...</source>
   <translation>Nombres entiers pour object_ids et labels. Vide : 1, 2, 3 ...</translation>
  </message>
  <message>
   <source>Class field</source>
   <translation>Champ de classe</translation>
  </message>
  <message>
   <source>With the layout labels: write classes instead of objects. Texts are numbered in alphabetical order, and the numbers' names stand in the metadata.</source>
   <translation>Avec la disposition labels : écrire des classes au lieu d'objets. Les textes sont numérotés par ordre alphabétique, les noms des numéros sont dans les métadonnées.</translation>
  </message>
  <message>
   <source>Score field</source>
   <translation>Champ de score</translation>
  </message>
  <message>
   <source>Numbers for the array scores.</source>
   <translation>Nombres pour le tableau scores.</translation>
  </message>
  <message>
   <source>Size limit</source>
   <translation>Limite de taille</translation>
  </message>
  <message>
   <source>Nothing is written if the file would be larger than this. Web viewers open about 50 MB.</source>
   <translation>Rien n'est écrit si le fichier dépassait cela. Les visionneuses web ouvrent environ 50 Mo.</translation>
  </message>
  <message>
   <source>NPZ file</source>
   <translation>Fichier NPZ</translation>
  </message>
  <message>
   <source>Where the masks go. With the layout tiles: the files are put beside it, named after it with the tile's row and column.</source>
   <translation>Où vont les masques. Avec la disposition tiles : les fichiers sont mis à côté, nommés d'après ligne et colonne de la tuile.</translation>
  </message>
  <message>
   <source>An archive with an array masks: (N, H, W) of 0 and 1, or (H, W) with labels.</source>
   <translation>Une archive avec un tableau masks : (N, H, W) de 0 et 1, ou (H, W) avec des étiquettes.</translation>
  </message>
  <message>
   <source>Where the masks lie, for files that do not say so. It must have as many pixels. Without it such masks come in pixels, y downwards.</source>
   <translation>Où sont les masques, pour les fichiers qui ne le disent pas. Il doit avoir autant de pixels. Sans lui, ces masques viennent en pixels, y vers le bas.</translation>
  </message>
  <message>
   <source>One polygon for each mask.</source>
   <translation>Un polygone par masque.</translation>
  </message>
  <message>
   <source>Variant</source>
   <translation>Variante</translation>
  </message>
  <message>
   <source>instances: images, annotations and categories, for training. results: a list of results with scores, for COCO's evaluation. saco: image and phrase pairs of SAM 3, one for every class and image, those without an object too.</source>
   <translation>instances : images, annotations et catégories, pour l'entraînement. results : une liste de résultats avec scores, pour l'évaluation de COCO. saco : paires d'image et de groupe de mots de SAM 3, une pour chaque classe et image, même sans objet.</translation>
  </message>
  <message>
   <source>Masks as</source>
   <translation>Masques en</translation>
  </message>
  <message>
   <source>rle: run lengths, exact. polygon: polygons along pixel edges; objects with holes stay run lengths, because COCO's polygons have none.</source>
   <translation>rle : longueurs de plages, exact. polygon : polygones le long des pixels ; les objets troués restent en plages, car les polygones de COCO n'ont pas de trous.</translation>
  </message>
  <message>
   <source>Names of categories, or phrases. Left empty: all objects are of one category, object.</source>
   <translation>Noms de catégories ou groupes de mots. Vide : tous les objets sont d'une catégorie, object.</translation>
  </message>
  <message>
   <source>How sure each object is, 0 to 1.</source>
   <translation>Certitude de chaque objet, de 0 à 1.</translation>
  </message>
  <message>
   <source>Cut into tiles</source>
   <translation>Découper en tuiles</translation>
  </message>
  <message>
   <source>Each tile becomes an image of its own, and its pixels are written beside the file as GeoTIFF. Off: one image, the reference raster.</source>
   <translation>Chaque tuile devient une image, et ses pixels sont écrits à côté du fichier en GeoTIFF. Désactivé : une image, le raster de référence.</translation>
  </message>
  <message>
   <source>COCO file</source>
   <translation>Fichier COCO</translation>
  </message>
  <message>
   <source>Where the annotations go.</source>
   <translation>Où vont les annotations.</translation>
  </message>
  <message>
   <source>Instances, a list of results, or SA-Co.</source>
   <translation>Instances, une liste de résultats, ou SA-Co.</translation>
  </message>
  <message>
   <source>Where the image lies, for files that do not say so. It must have as many pixels as the image.</source>
   <translation>Où est l'image, pour les fichiers qui ne le disent pas. Il doit avoir autant de pixels que l'image.</translation>
  </message>
  <message>
   <source>One polygon for each annotation.</source>
   <translation>Un polygone par annotation.</translation>
  </message>
  <message>
   <source>Whole numbers for object_id. Left empty: 1, 2, 3 ...</source>
   <translation>Nombres entiers pour object_id. Vide : 1, 2, 3 ...</translation>
  </message>
  <message>
   <source>Numbers for the column score.</source>
   <translation>Nombres pour la colonne score.</translation>
  </message>
  <message>
   <source>Nothing is written if the masks, unpacked, would be larger than this: pandas reads all of them at once.</source>
   <translation>Rien n'est écrit si les masques, décompressés, dépassaient cela : pandas les lit tous à la fois.</translation>
  </message>
  <message>
   <source>Parquet file</source>
   <translation>Fichier Parquet</translation>
  </message>
  <message>
   <source>Where the masks go.</source>
   <translation>Où vont les masques.</translation>
  </message>
  <message>
   <source>A table with the columns mask (a list of 0 and 1, row after row of pixels), width and height; object_id and score if there are any.</source>
   <translation>Une table avec les colonnes mask (une liste de 0 et 1, ligne de pixels après ligne), width et height ; object_id et score s'il y en a.</translation>
  </message>
  <message>
   <source>Whole numbers from 1 on to write. Left empty: 1, 2, 3 ...</source>
   <translation>Nombres entiers à partir de 1 à écrire. Vide : 1, 2, 3 ...</translation>
  </message>
  <message>
   <source>Write classes instead of objects: whole numbers as they are, texts numbered in alphabetical order.</source>
   <translation>Écrire des classes au lieu d'objets : les nombres entiers tels quels, les textes numérotés par ordre alphabétique.</translation>
  </message>
  <message>
   <source>On top</source>
   <translation>Dessus</translation>
  </message>
  <message>
   <source>Which of two overlapping objects shows.</source>
   <translation>Lequel de deux objets qui se recouvrent se voit.</translation>
  </message>
  <message>
   <source>For On top = score: the higher shows.</source>
   <translation>Pour Dessus = score : le plus haut se voit.</translation>
  </message>
  <message>
   <source>Mask raster</source>
   <translation>Raster de masques</translation>
  </message>
  <message>
   <source>A GeoTIFF; 0 where there is nothing.</source>
   <translation>Un GeoTIFF ; 0 où il n'y a rien.</translation>
  </message>
  <message>
   <source>Reference</source>
   <translation>Référence</translation>
  </message>
  <message>
   <source>The objects as they are.</source>
   <translation>Les objets tels qu'ils sont.</translation>
  </message>
  <message>
   <source>Prediction</source>
   <translation>Prédiction</translation>
  </message>
  <message>
   <source>The objects as they were found.</source>
   <translation>Les objets tels qu'ils ont été trouvés.</translation>
  </message>
  <message>
   <source>Only objects that lie mostly in these polygons count.</source>
   <translation>Seuls comptent les objets qui sont en majeure partie dans ces polygones.</translation>
  </message>
  <message>
   <source>Class field of the reference</source>
   <translation>Champ de classe de la référence</translation>
  </message>
  <message>
   <source>Objects of different classes never match.</source>
   <translation>Des objets de classes différentes ne correspondent jamais.</translation>
  </message>
  <message>
   <source>Class field of the prediction</source>
   <translation>Champ de classe de la prédiction</translation>
  </message>
  <message>
   <source>Score field of the prediction</source>
   <translation>Champ de score de la prédiction</translation>
  </message>
  <message>
   <source>How sure each prediction is; average precision needs it. Left empty: all are equally sure.</source>
   <translation>Certitude de chaque prédiction ; la précision moyenne en a besoin. Vide : toutes sont également sûres.</translation>
  </message>
  <message>
   <source>Image field of the reference</source>
   <translation>Champ d'image de la référence</translation>
  </message>
  <message>
   <source>Objects of different images never match: for layers from a COCO file of several images. With class fields, every pair of an image and a class is a phrase for cgF1.</source>
   <translation>Des objets d'images différentes ne correspondent jamais : pour les couches d'un fichier COCO de plusieurs images. Avec des champs de classe, chaque paire d'image et de classe est un groupe de mots pour cgF1.</translation>
  </message>
  <message>
   <source>Image field of the prediction</source>
   <translation>Champ d'image de la prédiction</translation>
  </message>
  <message>
   <source>Objects of different images never match.</source>
   <translation>Des objets d'images différentes ne correspondent jamais.</translation>
  </message>
  <message>
   <source>Report</source>
   <translation>Rapport</translation>
  </message>
  <message>
   <source>A page with all numbers, a picture and a histogram.</source>
   <translation>Une page avec tous les nombres, une image et un histogramme.</translation>
  </message>
  <message>
   <source>Scores</source>
   <translation>Mesures</translation>
  </message>
  <message>
   <source>All numbers as a table.</source>
   <translation>Tous les nombres en table.</translation>
  </message>
  <message>
   <source>IoU matrix</source>
   <translation>Matrice d'IoU</translation>
  </message>
  <message>
   <source>A row for every reference object and prediction that share area; the rows of the objects' own layer are numbered alike.</source>
   <translation>Une ligne pour chaque objet de référence et prédiction qui partagent de la surface ; les lignes de la couche des objets ont les mêmes numéros.</translation>
  </message>
  <message>
   <source>Objects by outcome</source>
   <translation>Objets par issue</translation>
  </message>
  <message>
   <source>Both layers' objects with their outcome: matched, missed, false, split or merged.</source>
   <translation>Les objets des deux couches avec leur issue : trouvé, manqué, faux, divisé ou fusionné.</translation>
  </message>
  <message>
   <source>A layer of polygons.</source>
   <translation>Une couche de polygones.</translation>
  </message>
  <message>
   <source>Names the objects of a pair. Left empty: 1, 2, 3 ...</source>
   <translation>Nomme les objets d'une paire. Vide : 1, 2, 3 ...</translation>
  </message>
  <message>
   <source>Least share</source>
   <translation>Part minimale</translation>
  </message>
  <message>
   <source>Leave out pairs whose overlap is a smaller share of both objects than this.</source>
   <translation>Laisser de côté les paires dont le recouvrement est une part plus petite des deux objets.</translation>
  </message>
  <message>
   <source>Overlaps</source>
   <translation>Recouvrements</translation>
  </message>
  <message>
   <source>The shared area of every pair.</source>
   <translation>La surface commune de chaque paire.</translation>
  </message>
  <message>
   <source>A layer of polygons, in any CRS.</source>
   <translation>Une couche de polygones, de SCR quelconque.</translation>
  </message>
  <message>
   <source>The raster under the objects.</source>
   <translation>Le raster sous les objets.</translation>
  </message>
  <message>
   <source>Objects with statistics</source>
   <translation>Objets avec statistiques</translation>
  </message>
  <message>
   <source>The objects, with fields added.</source>
   <translation>Les objets, avec des champs en plus.</translation>
  </message>
  <message>
   <source>files: a GeoTIFF for every object, where it lies. atlas: one picture, atlas.tif, of all objects side by side, the highest first.</source>
   <translation>files : un GeoTIFF pour chaque objet, à sa place. atlas : une image, atlas.tif, de tous les objets côte à côte, les plus hauts d'abord.</translation>
  </message>
  <message>
   <source>Margin</source>
   <translation>Marge</translation>
  </message>
  <message>
   <source>Pixels around the object's box that the picture shows, transparent like all outside the object.</source>
   <translation>Pixels autour du rectangle de l'objet que montre l'image, transparents comme tout hors de l'objet.</translation>
  </message>
  <message>
   <source>Name field</source>
   <translation>Champ de nom</translation>
  </message>
  <message>
   <source>Names the files. Left empty: 1, 2, 3 ...</source>
   <translation>Nomme les fichiers. Vide : 1, 2, 3 ...</translation>
  </message>
  <message>
   <source>Folder</source>
   <translation>Dossier</translation>
  </message>
  <message>
   <source>Where the pictures go.</source>
   <translation>Où vont les images.</translation>
  </message>
  <message>
   <source>Index</source>
   <translation>Index</translation>
  </message>
  <message>
   <source>The objects with the file their picture is in and, in pixels, its place there: the coverage layer for the atlas of a print layout, say.</source>
   <translation>Les objets avec le fichier de leur image et, en pixels, sa place : par exemple la couche de couverture pour l'atlas d'une mise en page.</translation>
  </message>
  <message>
   <source>Pixels around the objects that are replaced too: shadows and blurred edges.</source>
   <translation>Pixels autour des objets remplacés aussi : ombres et bords flous.</translation>
  </message>
  <message>
   <source>Method</source>
   <translation>Méthode</translation>
  </message>
  <message>
   <source>telea: fast, even. navier_stokes: carries lines on into the gap.</source>
   <translation>telea : rapide, régulier. navier_stokes : prolonge les lignes dans le vide.</translation>
  </message>
  <message>
   <source>Radius</source>
   <translation>Rayon</translation>
  </message>
  <message>
   <source>How far around a pixel its filling is looked for.</source>
   <translation>Jusqu'où autour d'un pixel on cherche de quoi le remplir.</translation>
  </message>
  <message>
   <source>Raster without objects</source>
   <translation>Raster sans objets</translation>
  </message>
  <message>
   <source>A GeoTIFF.</source>
   <translation>Un GeoTIFF.</translation>
  </message>
  <message>
   <source>Mirror</source>
   <translation>Miroir</translation>
  </message>
  <message>
   <source>Address of a folder that has Meta's checkpoints under their own names, asked before Meta's server: https://server/folder. What comes from there is checked like everything else.</source>
   <translation>Adresse d'un dossier qui a les poids de Meta sous leurs noms, demandé avant le serveur de Meta : https://serveur/dossier. Ce qui en vient est vérifié comme le reste.</translation>
  </message>
  <message>
   <source>Memory for clicks</source>
   <translation>Mémoire pour les clics</translation>
  </message>
  <message>
   <source>How much of the memory what SAM 2 has seen last may take. One window takes 2 MB with the bundled model, 17 MB with Meta's.</source>
   <translation>Combien de mémoire peut prendre ce que SAM 2 a vu en dernier. Une fenêtre prend 2 Mo avec le modèle fourni, 17 Mo avec ceux de Meta.</translation>
  </message>
  <message>
   <source>Room on the disk</source>
   <translation>Place sur le disque</translation>
  </message>
  <message>
   <source>How much all that SAM 2 has seen may take on the disk; what was not used for longest goes first. 0 = keep nothing.</source>
   <translation>Combien tout ce que SAM 2 a vu peut prendre sur le disque ; ce qui n'a pas servi depuis le plus longtemps part d'abord. 0 = ne rien garder.</translation>
  </message>
  <message>
   <source>Folder for it</source>
   <translation>Dossier pour cela</translation>
  </message>
  <message>
   <source>Where what SAM 2 has seen is kept. Left empty: the usual place for what can be made again. A fast disk of this computer is best; what lies in the old folder stays there.</source>
   <translation>Où est gardé ce que SAM 2 a vu. Vide : la place habituelle de ce qui peut être refait. Un disque rapide de cet ordinateur convient le mieux ; ce qui est dans l'ancien dossier y reste.</translation>
  </message>
  <message>
   <source>Folder for new layers</source>
   <translation>Dossier des nouvelles couches</translation>
  </message>
  <message>
   <source>The folder that the dock suggests for new GeoPackages. Left empty: beside the project, else beside the raster.</source>
   <translation>Le dossier que le panneau propose pour les nouveaux GeoPackages. Vide : à côté du projet, sinon à côté du raster.</translation>
  </message>
  <message>
   <source>Show what the mouse points at</source>
   <translation>Montrer ce que pointe la souris</translation>
  </message>
  <message>
   <source>A thin outline follows the mouse: what a click there would find.</source>
   <translation>Un contour fin suit la souris : ce qu'un clic y trouverait.</translation>
  </message>
  <message>
   <source>Prepare the view at once</source>
   <translation>Préparer la vue tout de suite</translation>
  </message>
  <message>
   <source>SAM 2 looks at the view as soon as it stands still, so that the first click is answered at once. Off: it looks when you click. Switch it off where a large model runs on the processor.</source>
   <translation>SAM 2 regarde la vue dès qu'elle s'arrête, pour répondre dès le premier clic. Désactivé : il regarde au clic. À désactiver où un grand modèle tourne sur le processeur.</translation>
  </message>
  <message>
   <source>Start to click objects on the map.</source>
   <translation>Démarrer pour cliquer des objets sur la carte.</translation>
  </message>
  <message>
   <source>Choose a raster layer: an aerial, drone or satellite image.</source>
   <translation>Choisir un raster : une image aérienne, de drone ou de satellite.</translation>
  </message>
  <message>
   <source>The raster has been removed from the project, so its prompts are gone too. Choose another one.</source>
   <translation>Le raster a été retiré du projet, et ses invites avec lui. En choisir un autre.</translation>
  </message>
  <message>
   <source>The view does not show the raster. Zoom to it: right-click the layer &gt; Zoom to Layer.</source>
   <translation>La vue ne montre pas le raster. Y zoomer : clic droit sur la couche &gt; Zoomer sur la couche.</translation>
  </message>
  <message>
   <source>Starting SAM 2. Clicks made now are answered as soon as it runs.</source>
   <translation>SAM 2 démarre. Les clics faits maintenant auront leur réponse dès qu'il tourne.</translation>
  </message>
  <message>
   <source>Fetching the view of this web layer.</source>
   <translation>La vue de cette couche web est demandée.</translation>
  </message>
  <message>
   <source>Ready. Click an object, or drag a box around it.</source>
   <translation>Prêt. Cliquer un objet, ou tirer un rectangle autour.</translation>
  </message>
  <message>
   <source>Click what is missing, right-click what does not belong to it. Tab shows another candidate, Enter accepts.</source>
   <translation>Cliquer ce qui manque, clic droit sur ce qui n'en fait pas partie. Tab montre un autre candidat, Entrée accepte.</translation>
  </message>
  <message>
   <source>Start</source>
   <translation>Démarrer</translation>
  </message>
  <message>
   <source>Models…</source>
   <translation>Modèles…</translation>
  </message>
  <message>
   <source>Stop</source>
   <translation>Arrêter</translation>
  </message>
  <message>
   <source>Try again</source>
   <translation>Réessayer</translation>
  </message>
  <message>
   <source>Start again</source>
   <translation>Redémarrer</translation>
  </message>
  <message>
   <source>Show the log</source>
   <translation>Montrer le journal</translation>
  </message>
  <message>
   <source>on the object</source>
   <translation>sur l'objet</translation>
  </message>
  <message>
   <source>not this</source>
   <translation>pas ceci</translation>
  </message>
  <message>
   <source>a box around it</source>
   <translation>un rectangle autour</translation>
  </message>
  <message>
   <source>a rough outline of it</source>
   <translation>un contour grossier</translation>
  </message>
  <message>
   <source>another candidate</source>
   <translation>un autre candidat</translation>
  </message>
  <message>
   <source>accept as a new polygon</source>
   <translation>accepter comme nouveau polygone</translation>
  </message>
  <message>
   <source>add to / subtract from the selected one</source>
   <translation>ajouter au / soustraire du sélectionné</translation>
  </message>
  <message>
   <source>merge with the last one</source>
   <translation>fusionner avec le dernier</translation>
  </message>
  <message>
   <source>undo / redo a prompt</source>
   <translation>annuler / rétablir une invite</translation>
  </message>
  <message>
   <source>remove the prompt pointed at</source>
   <translation>ôter l'invite pointée</translation>
  </message>
  <message>
   <source>stop, or clear the prompts</source>
   <translation>arrêter, ou effacer les invites</translation>
  </message>
  <message>
   <source>move a cursor; object, not this, box there</source>
   <translation>déplacer un curseur ; là objet, pas ceci, rectangle</translation>
  </message>
  <message>
   <source>hide or show these keys</source>
   <translation>cacher ou montrer ces touches</translation>
  </message>
  <message>
   <source>Accept as a new polygon</source>
   <translation>Accepter comme nouveau polygone</translation>
  </message>
  <message>
   <source>Add to the selected one</source>
   <translation>Ajouter au sélectionné</translation>
  </message>
  <message>
   <source>Subtract from it</source>
   <translation>En soustraire</translation>
  </message>
  <message>
   <source>Merge with the last one</source>
   <translation>Fusionner avec le dernier</translation>
  </message>
  <message>
   <source>Stop, or clear the prompts</source>
   <translation>Arrêter, ou effacer les invites</translation>
  </message>
  <message>
   <source>Next candidate</source>
   <translation>Candidat suivant</translation>
  </message>
  <message>
   <source>Previous candidate</source>
   <translation>Candidat précédent</translation>
  </message>
  <message>
   <source>Undo a prompt</source>
   <translation>Annuler une invite</translation>
  </message>
  <message>
   <source>Redo a prompt</source>
   <translation>Rétablir une invite</translation>
  </message>
  <message>
   <source>Remove a prompt</source>
   <translation>Ôter une invite</translation>
  </message>
  <message>
   <source>Show or hide the keys</source>
   <translation>Montrer ou cacher les touches</translation>
  </message>
  <message>
   <source>On the object, at the cursor</source>
   <translation>Sur l'objet, au curseur</translation>
  </message>
  <message>
   <source>Not this, at the cursor</source>
   <translation>Pas ceci, au curseur</translation>
  </message>
  <message>
   <source>Corner of a box, at the cursor</source>
   <translation>Coin d'un rectangle, au curseur</translation>
  </message>
  <message>
   <source>Cursor to the left</source>
   <translation>Curseur à gauche</translation>
  </message>
  <message>
   <source>Cursor to the right</source>
   <translation>Curseur à droite</translation>
  </message>
  <message>
   <source>Cursor up</source>
   <translation>Curseur en haut</translation>
  </message>
  <message>
   <source>Cursor down</source>
   <translation>Curseur en bas</translation>
  </message>
  <message>
   <source>A little to the left</source>
   <translation>Un peu à gauche</translation>
  </message>
  <message>
   <source>A little to the right</source>
   <translation>Un peu à droite</translation>
  </message>
  <message>
   <source>A little up</source>
   <translation>Un peu en haut</translation>
  </message>
  <message>
   <source>A little down</source>
   <translation>Un peu en bas</translation>
  </message>
  <message>
   <source>Size</source>
   <translation>Taille</translation>
  </message>
  <message>
   <source>Licence</source>
   <translation>Licence</translation>
  </message>
  <message>
   <source>Speed here</source>
   <translation>Vitesse ici</translation>
  </message>
  <message>
   <source>State</source>
   <translation>État</translation>
  </message>
  <message>
   <source>Where SAM 2 runs</source>
   <translation>Où tourne SAM 2</translation>
  </message>
  <message>
   <source>What SAM 2 has seen</source>
   <translation>Ce que SAM 2 a vu</translation>
  </message>
  <message>
   <source>New layers of the dock</source>
   <translation>Nouvelles couches du panneau</translation>
  </message>
  <message>
   <source>Downloads of models</source>
   <translation>Téléchargements de modèles</translation>
  </message>
  <message>
   <source>Environment</source>
   <translation>Environnement</translation>
  </message>
  <message>
   <source>Models</source>
   <translation>Modèles</translation>
  </message>
  <message>
   <source>Settings</source>
   <translation>Réglages</translation>
  </message>
  <message>
   <source>Starting the worker</source>
   <translation>SAM 2 démarre</translation>
  </message>
  <message>
   <source>Number of objects</source>
   <translation>Nombre d'objets</translation>
  </message>
  <message>
   <source>a whole number</source>
   <translation>un nombre entier</translation>
  </message>
  <message>
   <source>a number</source>
   <translation>un nombre</translation>
  </message>
  <message>
   <source>{noun}; default {default}</source>
   <translation>{noun} ; par défaut {default}</translation>
  </message>
  <message>
   <source>{noun} of at least {minimum}; default {default}</source>
   <translation>{noun} d'au moins {minimum} ; par défaut {default}</translation>
  </message>
  <message>
   <source>{noun} from {minimum} to {maximum}; default {default}</source>
   <translation>{noun} de {minimum} à {maximum} ; par défaut {default}</translation>
  </message>
  <message>
   <source>Raster and model</source>
   <translation>Raster et modèle</translation>
  </message>
  <message>
   <source>The image to click on. Web layers (WMS, XYZ) work too: SAM 2 sees them as the map shows them.</source>
   <translation>L'image à cliquer. Les couches web (WMS, XYZ) aussi : SAM 2 les voit comme la carte les montre.</translation>
  </message>
  <message>
   <source>The raster has no CRS: its coordinates are taken for the project's. Right-click the layer &gt; Layer CRS to give it one.</source>
   <translation>Le raster n'a pas de SCR : ses coordonnées sont prises pour celles du projet. Clic droit sur la couche &gt; SCR de la couche pour lui en donner un.</translation>
  </message>
  <message>
   <source>As the model sees it</source>
   <translation>Comme le modèle le voit</translation>
  </message>
  <message>
   <source>The view with these bands and this stretch, as it is given to the model.</source>
   <translation>La vue avec ces bandes et cet étirement, comme le modèle la reçoit.</translation>
  </message>
  <message>
   <source>The picture appears as soon as SAM 2 runs.</source>
   <translation>L'image apparaît dès que SAM 2 tourne.</translation>
  </message>
  <message>
   <source>Outlines go to</source>
   <translation>Les contours vont dans</translation>
  </message>
  <message>
   <source>Any polygon layer, in any CRS. Accepting is one step that QGIS can undo; it is saved when you save the layer. Fields named score, stability, model, prompts_fg and prompts_bg are filled in.</source>
   <translation>Toute couche de polygones, de SCR quelconque. Accepter est un pas que QGIS peut annuler ; il est enregistré avec la couche. Les champs nommés score, stability, model, prompts_fg et prompts_bg sont remplis.</translation>
  </message>
  <message>
   <source>New…</source>
   <translation>Nouveau…</translation>
  </message>
  <message>
   <source>Make a GeoPackage for the outlines, in the CRS of the raster.</source>
   <translation>Créer un GeoPackage pour les contours, dans le SCR du raster.</translation>
  </message>
  <message>
   <source>Layer</source>
   <translation>Couche</translation>
  </message>
  <message>
   <source>More settings</source>
   <translation>Autres réglages</translation>
  </message>
  <message>
   <source>auto</source>
   <translation>auto</translation>
  </message>
  <message>
   <source>How to segment by clicking</source>
   <translation>Comment segmenter en cliquant</translation>
  </message>
  <message>
   <source>Other ways…</source>
   <translation>Autres moyens…</translation>
  </message>
  <message>
   <source>A Python of your own, a proxy, a package index, no network</source>
   <translation>Un Python à vous, un proxy, un index de paquets, pas de réseau</translation>
  </message>
  <message>
   <source>Repair SAM 2</source>
   <translation>Réparer SAM 2</translation>
  </message>
  <message>
   <source>Update SAM 2</source>
   <translation>Mettre à jour SAM 2</translation>
  </message>
  <message>
   <source>1.3 GB on the disk, about 6 GB with an NVIDIA GPU; once, some minutes</source>
   <translation>1,3 Go sur le disque, environ 6 Go avec un GPU NVIDIA ; une fois, quelques minutes</translation>
  </message>
  <message>
   <source>Install SAM 2</source>
   <translation>Installer SAM 2</translation>
  </message>
  <message>
   <source>Repair</source>
   <translation>Réparer</translation>
  </message>
  <message>
   <source>Update</source>
   <translation>Mettre à jour</translation>
  </message>
  <message>
   <source>Install</source>
   <translation>Installer</translation>
  </message>
  <message>
   <source>What has been downloaded is kept for the next time.</source>
   <translation>Ce qui est téléchargé est gardé pour la prochaine fois.</translation>
  </message>
  <message>
   <source>Python that runs SAM 2</source>
   <translation>Le Python qui fait tourner SAM 2</translation>
  </message>
  <message>
   <source>Made by SAM 2 Toolbox (recommended)</source>
   <translation>Créé par SAM 2 Toolbox (conseillé)</translation>
  </message>
  <message>
   <source>A Python of my own, or a conda environment</source>
   <translation>Un Python à moi, ou un environnement conda</translation>
  </message>
  <message>
   <source>Needs the internet and some minutes, once.</source>
   <translation>Demande une fois l'internet et quelques minutes.</translation>
  </message>
  <message>
   <source>Remove…</source>
   <translation>Supprimer…</translation>
  </message>
  <message>
   <source>Models and settings are kept.</source>
   <translation>Modèles et réglages restent.</translation>
  </message>
  <message>
   <source>An interpreter (python, python.exe) or the folder of an environment.</source>
   <translation>Un interpréteur (python, python.exe) ou le dossier d'un environnement.</translation>
  </message>
  <message>
   <source>an interpreter, or the folder of an environment</source>
   <translation>un interpréteur, ou le dossier d'un environnement</translation>
  </message>
  <message>
   <source>Choose an interpreter</source>
   <translation>Choisir un interpréteur</translation>
  </message>
  <message>
   <source>Check and use</source>
   <translation>Vérifier et utiliser</translation>
  </message>
  <message>
   <source>Starts it and loads all that SAM 2 needs.</source>
   <translation>Le démarre et charge tout ce qu'il faut à SAM 2.</translation>
  </message>
  <message>
   <source>Check devices</source>
   <translation>Vérifier les appareils</translation>
  </message>
  <message>
   <source>Runs the model on every device, ten seconds on each.</source>
   <translation>Fait tourner le modèle dix secondes sur chaque appareil.</translation>
  </message>
  <message>
   <source>Copy report</source>
   <translation>Copier le rapport</translation>
  </message>
  <message>
   <source>Versions, system, GPU and last error, without names and addresses.</source>
   <translation>Versions, système, GPU et dernière erreur, sans noms ni adresses.</translation>
  </message>
  <message>
   <source>The report is on the clipboard. Read it before you paste it somewhere.</source>
   <translation>Le rapport est dans le presse-papiers. À lire avant de le coller quelque part.</translation>
  </message>
  <message>
   <source>Remove the environment of SAM 2?</source>
   <translation>Supprimer l'environnement de SAM 2 ?</translation>
  </message>
  <message>
   <source>SAM 2 does not run without it. Models and settings are kept.</source>
   <translation>SAM 2 ne tourne pas sans lui. Modèles et réglages restent.</translation>
  </message>
  <message>
   <source>A Python that runs SAM 2</source>
   <translation>Un Python qui fait tourner SAM 2</translation>
  </message>
  <message>
   <source>Where packages come from</source>
   <translation>D'où viennent les paquets</translation>
  </message>
  <message>
   <source>Automatic: CUDA where an NVIDIA driver can run it</source>
   <translation>Automatique : CUDA où un pilote NVIDIA le permet</translation>
  </message>
  <message>
   <source>Processor only (CPU, smallest)</source>
   <translation>Processeur seulement (CPU, le plus petit)</translation>
  </message>
  <message>
   <source>NVIDIA GPU (CUDA)</source>
   <translation>GPU NVIDIA (CUDA)</translation>
  </message>
  <message>
   <source>as pip is set up on this computer</source>
   <translation>comme pip est réglé sur cet ordinateur</translation>
  </message>
  <message>
   <source>A package index of your own, such as a mirror in your company: https://…/simple</source>
   <translation>Un index de paquets à vous, tel un miroir d'entreprise : https://…/simple</translation>
  </message>
  <message>
   <source>none: install from the network</source>
   <translation>aucun : installer depuis le réseau</translation>
  </message>
  <message>
   <source>A folder of wheels to install from without network (docs: Install).</source>
   <translation>Un dossier de wheels pour installer sans réseau (documentation : Install).</translation>
  </message>
  <message>
   <source>Certificates (*.pem *.crt *.cer);;All files (*)</source>
   <translation>Certificats (*.pem *.crt *.cer);;Tous les fichiers (*)</translation>
  </message>
  <message>
   <source>as QGIS and this computer trust</source>
   <translation>ceux de QGIS et de cet ordinateur</translation>
  </message>
  <message>
   <source>Of a company's proxy that signs connections itself (PEM).</source>
   <translation>D'un proxy d'entreprise qui signe lui-même les connexions (PEM).</translation>
  </message>
  <message>
   <source>Settings &gt; Options &gt; Network</source>
   <translation>Préférences &gt; Options &gt; Réseau</translation>
  </message>
  <message>
   <source>Package index</source>
   <translation>Index de paquets</translation>
  </message>
  <message>
   <source>Folder of wheels</source>
   <translation>Dossier de wheels</translation>
  </message>
  <message>
   <source>Certificates</source>
   <translation>Certificats</translation>
  </message>
  <message>
   <source>Proxy</source>
   <translation>Proxy</translation>
  </message>
  <message>
   <source>none (as QGIS is set)</source>
   <translation>aucun (comme réglé dans QGIS)</translation>
  </message>
  <message>
   <source>SAM 2 is installed.</source>
   <translation>SAM 2 est installé.</translation>
  </message>
  <message>
   <source>Installing SAM 2</source>
   <translation>Installation de SAM 2</translation>
  </message>
  <message>
   <source>The environment was removed. Models and settings are kept.</source>
   <translation>L'environnement a été supprimé. Modèles et réglages restent.</translation>
  </message>
  <message>
   <source>Removing SAM 2's environment</source>
   <translation>Suppression de l'environnement de SAM 2</translation>
  </message>
  <message>
   <source>Checking a Python for SAM 2</source>
   <translation>Vérification d'un Python pour SAM 2</translation>
  </message>
  <message>
   <source>Checking SAM 2 on every device</source>
   <translation>Vérification de SAM 2 sur chaque appareil</translation>
  </message>
  <message>
   <source>Everything at once</source>
   <translation>Tout à la fois</translation>
  </message>
  <message>
   <source>in the view</source>
   <translation>dans la vue</translation>
  </message>
  <message>
   <source>in the whole raster</source>
   <translation>dans tout le raster</translation>
  </message>
  <message>
   <source>in the selected polygons</source>
   <translation>dans les polygones sélectionnés</translation>
  </message>
  <message>
   <source>The selected polygons are those of the layer that the outlines go to.</source>
   <translation>Les polygones sélectionnés sont ceux de la couche où vont les contours.</translation>
  </message>
  <message>
   <source>Segment all…</source>
   <translation>Tout segmenter…</translation>
  </message>
  <message>
   <source>Draws a polygon around every object, in the background, into a new GeoPackage that fills on the map. More settings: Processing Toolbox &gt; SAM 2.</source>
   <translation>Dessine un polygone autour de chaque objet, en arrière-plan, dans un nouveau GeoPackage qui se remplit sur la carte. Plus de réglages : Boîte à outils de traitements &gt; SAM 2.</translation>
  </message>
  <message>
   <source>Keys of the map tool</source>
   <translation>Touches de l'outil de carte</translation>
  </message>
  <message>
   <source>The usual ones</source>
   <translation>Les habituelles</translation>
  </message>
  <message>
   <source>Click here and press the key. It acts only while the map tool is in use.</source>
   <translation>Cliquer ici et presser la touche. Elle n'agit que pendant l'usage de l'outil de carte.</translation>
  </message>
  <message>
   <source>Models on this computer</source>
   <translation>Modèles sur cet ordinateur</translation>
  </message>
  <message>
   <source>What dialogs and the dock begin with</source>
   <translation>Par quoi commencent dialogues et panneau</translation>
  </message>
  <message>
   <source>none: the model above</source>
   <translation>aucun : le modèle ci-dessus</translation>
  </message>
  <message>
   <source>the one that fits the checkpoint</source>
   <translation>celle qui convient aux poids</translation>
  </message>
  <message>
   <source>qgis_process, scripts and saved models do not look at this, so that they mean the same on every computer.</source>
   <translation>qgis_process, les scripts et les modèles enregistrés ne regardent pas ici, pour dire la même chose sur tout ordinateur.</translation>
  </message>
  <message>
   <source>Add a checkpoint</source>
   <translation>Ajouter des poids</translation>
  </message>
  <message>
   <source>It can be downloaded again.</source>
   <translation>Il peut être téléchargé de nouveau.</translation>
  </message>
  <message>
   <source>Press Measure to see how fast it is.</source>
   <translation>Mesurer montre sa vitesse.</translation>
  </message>
  <message>
   <source>Continue</source>
   <translation>Continuer</translation>
  </message>
  <message>
   <source>Download</source>
   <translation>Télécharger</translation>
  </message>
  <message>
   <source>Remove {model} from this computer?</source>
   <translation>Supprimer {model} de cet ordinateur ?</translation>
  </message>
  <message>
   <source>Get the checkpoint; a download that broke off goes on where it was.</source>
   <translation>Chercher les poids ; un téléchargement interrompu reprend où il en était.</translation>
  </message>
  <message>
   <source>What has arrived is kept, and the next download goes on from there.</source>
   <translation>Ce qui est arrivé reste, et le prochain téléchargement reprend de là.</translation>
  </message>
  <message>
   <source>Add from file…</source>
   <translation>Ajouter d'un fichier…</translation>
  </message>
  <message>
   <source>One of Meta's checkpoints that you have already, under any name.</source>
   <translation>Un fichier de poids de Meta que vous avez déjà, sous tout nom.</translation>
  </message>
  <message>
   <source>Remove</source>
   <translation>Supprimer</translation>
  </message>
  <message>
   <source>Delete the downloaded checkpoint.</source>
   <translation>Effacer les poids téléchargés.</translation>
  </message>
  <message>
   <source>Measure</source>
   <translation>Mesurer</translation>
  </message>
  <message>
   <source>See how fast the model is on this computer, also before it is downloaded.</source>
   <translation>Voir la vitesse du modèle sur cet ordinateur, même avant le téléchargement.</translation>
  </message>
  <message>
   <source>Check</source>
   <translation>Vérifier</translation>
  </message>
  <message>
   <source>Let SAM 2 load the checkpoint, and see whether the config fits it.</source>
   <translation>Laisser SAM 2 charger les poids, et voir si la configuration convient.</translation>
  </message>
  <message>
   <source>Nothing shown yet.</source>
   <translation>Rien de montré encore.</translation>
  </message>
  <message>
   <source>This object</source>
   <translation>Cet objet</translation>
  </message>
  <message>
   <source>Undo</source>
   <translation>Annuler</translation>
  </message>
  <message>
   <source>Take the last prompt back.</source>
   <translation>Reprendre la dernière invite.</translation>
  </message>
  <message>
   <source>Redo</source>
   <translation>Rétablir</translation>
  </message>
  <message>
   <source>Make it again.</source>
   <translation>La refaire.</translation>
  </message>
  <message>
   <source>Clear</source>
   <translation>Effacer</translation>
  </message>
  <message>
   <source>Forget the prompts of this object.</source>
   <translation>Oublier les invites de cet objet.</translation>
  </message>
  <message>
   <source>a box</source>
   <translation>un rectangle</translation>
  </message>
  <message>
   <source>a lasso</source>
   <translation>un lasso</translation>
  </message>
  <message>
   <source>Shown: {parts}.</source>
   <translation>Montré : {parts}.</translation>
  </message>
  <message>
   <source>Accept</source>
   <translation>Accepter</translation>
  </message>
  <message>
   <source>Put the outline into the layer as a new polygon.</source>
   <translation>Mettre le contour dans la couche comme nouveau polygone.</translation>
  </message>
  <message>
   <source>Add</source>
   <translation>Ajouter</translation>
  </message>
  <message>
   <source>Add the outline to the selected polygon.</source>
   <translation>Ajouter le contour au polygone sélectionné.</translation>
  </message>
  <message>
   <source>Subtract</source>
   <translation>Soustraire</translation>
  </message>
  <message>
   <source>Cut the outline out of the selected polygon.</source>
   <translation>Découper le contour du polygone sélectionné.</translation>
  </message>
  <message>
   <source>Merge with last</source>
   <translation>Fusionner avec le dernier</translation>
  </message>
  <message>
   <source>Join the outline to the one accepted last.</source>
   <translation>Joindre le contour au dernier accepté.</translation>
  </message>
  <message>
   <source>Now click on the object itself.</source>
   <translation>Cliquer maintenant sur l'objet lui-même.</translation>
  </message>
  <message>
   <source>Nothing found: add a point on the object, or drag a box around it.</source>
   <translation>Rien trouvé : ajouter un point sur l'objet, ou tirer un rectangle autour.</translation>
  </message>
  <message>
   <source>{help} On the map: {key}</source>
   <translation>{help} Sur la carte : {key}</translation>
  </message>
  <message>
   <source>{count} on it</source>
   <translation>{count} dessus</translation>
  </message>
  <message>
   <source>{count} beside it</source>
   <translation>{count} à côté</translation>
  </message>
  <message>
   <source>Segment by clicking</source>
   <translation>Segmenter en cliquant</translation>
  </message>
  <message>
   <source>Segment everything…</source>
   <translation>Tout segmenter…</translation>
  </message>
  <message>
   <source>Segment everything in the active raster with SAM 2</source>
   <translation>Tout segmenter avec SAM 2 dans le raster actif</translation>
  </message>
  <message>
   <source>Click objects on the map; SAM 2 draws them</source>
   <translation>Cliquer des objets sur la carte ; SAM 2 les dessine</translation>
  </message>
  <message>
   <source>Empty</source>
   <translation>Vider</translation>
  </message>
  <message>
   <source>Remove all that is kept there. Nothing is lost but time: SAM 2 looks again where you click.</source>
   <translation>Ôter tout ce qui y est gardé. Seul du temps se perd : SAM 2 regarde de nouveau où l'on clique.</translation>
  </message>
  <message>
   <source>all cores</source>
   <translation>tous les cœurs</translation>
  </message>
  <message>
   <source>https://server/folder, if there is one</source>
   <translation>https://serveur/dossier, s'il y en a un</translation>
  </message>
  <message>
   <source>beside the project, else beside the raster</source>
   <translation>à côté du projet, sinon à côté du raster</translation>
  </message>
  <message>
   <source>In use</source>
   <translation>Occupé</translation>
  </message>
  <message>
   <source>Emptying what SAM 2 has seen</source>
   <translation>On vide ce que SAM 2 a vu</translation>
  </message>
  <message>
   <source>Counting</source>
   <translation>On compte</translation>
  </message>
 </context>
</TS>
